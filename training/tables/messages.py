"""messages.py OUT ARCHIVE…: the messages of programs in many languages, one JSON a line, for words.ts: short names of things, as cells and
headers are, in the words of offices and shops that the corpus of courses lacks.

ARCHIVE: wheels of Django, django-oscar, Wagtail (BSD) and home-assistant-frontend (Apache-2.0), and npm packages of Visual Studio Code's
languages (@codingame/monaco-vscode-language-pack-*, MIT). Only counts of letter sequences are made of them.
"""
import gettext
import io
import json
import re
import sys
import tarfile
import zipfile

NAMES = {'zh-hans': 'zh', 'zh-cn': 'zh', 'zh-hant': 'zh-Hant', 'zh-tw': 'zh-Hant', 'pt-br': 'pt', 'pt-pt': 'pt', 'fil': 'tl', 'no': 'nb',
         'es-419': 'es', 'es-mx': 'es', 'en-gb': 'en'}
# What is filled in later, marks, and what no reader sees.
UNREADABLE = re.compile(r'[{}<>\\]|%[(\d]|%[sd]|https?:|\n\s*\n')


def language_of(code):
    code = code.replace('_', '-').lower()
    return NAMES.get(code, code if re.fullmatch('[a-z]{2,3}', code) else None)


def strings_of(value):
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def messages_of(path):
    """(language, message, what it translates or nothing)"""
    if path.endswith('.tgz'):
        language = language_of(re.search(r'language-pack-(\w+(?:-han[st]|-br)?)-', path).group(1))
        with tarfile.open(path) as archive:
            for member in archive:
                if member.name.endswith('.i18n.json'):
                    for text in strings_of(json.load(archive.extractfile(member)).get('contents', {})):
                        yield language, text
                elif member.name.endswith('main.i18n.json.js'):
                    source = archive.extractfile(member).read().decode()
                    for literal in re.findall(r'"(?:[^"\\]|\\.)*"', source):
                        yield language, json.loads(literal)
        return
    with zipfile.ZipFile(path) as archive:
        english = set()
        names = archive.namelist()
        for name in names:
            if re.search(r'translations/(?:\w+/)?en-[0-9a-f]{32}\.json$', name):
                english.update(strings_of(json.loads(archive.read(name))))
        for name in names:
            catalogue = re.search(r'locale/([\w-]+)/LC_MESSAGES/\w+\.mo$', name)
            page = re.search(r'translations/(?:\w+/)?([A-Za-z-]+)-[0-9a-f]{32}\.json$', name)
            if catalogue:
                for key, text in gettext.GNUTranslations(io.BytesIO(archive.read(name)))._catalog.items():
                    if key and text != key:
                        yield language_of(catalogue.group(1)), text
            elif page:
                language = language_of(page.group(1))
                for text in strings_of(json.loads(archive.read(name))):
                    if language == 'en' or text not in english:
                        yield language, text


seen = set()
with open(sys.argv[1], 'w') as out:
    for path in sys.argv[2:]:
        for language, text in messages_of(path):
            text = re.sub(r'\s+', ' ', re.sub(r'\(?&\w\)?', '', text)).strip()
            if language is None or len(text) < 2 or UNREADABLE.search(text) or not re.search(r'[^\W\d_]', text):
                continue
            if (language, text) not in seen:
                seen.add((language, text))
                out.write(json.dumps({'language': language, 'text': text}, ensure_ascii=False) + '\n')
