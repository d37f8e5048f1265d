"""HTML -> flat text by the tools that people use, and the part of a page that holds its article.

usage: flatten.py print|region < LINES > LINES      one JSON object a line, in the same order

print: {"html", "tool"} -> {"text"}; what a tool cannot read is null. region: {"path", "content"} -> {"html"}, the smallest
element that holds nearly all of the article's text. Takes the packages of requirements.txt, and lynx and w3m.
"""
import copy
import json
import re
import subprocess
import sys
import unicodedata

import bs4
import html2text
import inscriptis
import lxml.etree
import lxml.html
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

# What browsers show as blocks.
BLOCKS = set(
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form '
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tr ul'.split())
HIDDEN = {'script', 'style', 'noscript', 'template', 'head', 'svg', 'iframe', 'select', 'textarea', 'object'}


def resiliparse(html):
    return extract_plain_text(html, main_content=False, preserve_formatting=True)


def resiliparse_tab(html):
    """Later versions of Resiliparse part cells by two tabs."""
    root = lxml.html.document_fromstring(html)
    for cell in root.iter('td', 'th'):
        if cell.getnext() is not None:
            if len(cell):
                cell[-1].tail = (cell[-1].tail or '') + '\u241f'
            else:
                cell.text = (cell.text or '') + '\u241f'
    return resiliparse(lxml.html.tostring(root, encoding='unicode')).replace('\u241f', '\t\t')


def get_text(html):
    return bs4.BeautifulSoup(html, 'lxml').get_text()


def get_text_lines(html):
    return bs4.BeautifulSoup(html, 'lxml').get_text('\n', strip=True)


def inner_text(html):
    """The innerText algorithm: blank lines around paragraphs, single line ends around other blocks, tabs between cells."""
    out = []

    def walk(node, is_pre):
        if not isinstance(node.tag, str) or node.tag in HIDDEN:
            return
        if node.tag == 'br':
            out.append('\n')
            return
        lines = 2 if node.tag == 'p' else 1 if node.tag in BLOCKS else 0
        is_pre = is_pre or node.tag == 'pre'
        if lines:
            out.append(lines)
        say(node.text, is_pre)
        for child in node:
            walk(child, is_pre)
            if child.tag in ('td', 'th') and child.getnext() is not None:
                out.append('\t')
            say(child.tail, is_pre and node.tag != 'tr')
        if lines:
            out.append(lines)

    def say(text, is_pre):
        if text:
            out.append(text if is_pre else re.sub(r'[ \t\n\r\f]+', ' ', text))

    walk(lxml.html.document_fromstring(html), False)
    text, wanted = '', 0
    for piece in out:
        if isinstance(piece, int):
            wanted = max(wanted, piece)
            continue
        if piece == ' ' and (wanted or text == '' or text[-1] in ' \n\t'):
            continue
        if wanted:
            text = text.rstrip(' ') + ('\n' * wanted if text else '')
            piece = piece.lstrip(' ')
            wanted = 0
        text += piece
    return text


def markdown(html):
    return html2text.HTML2Text(bodywidth=78).handle(html)


def text_browser(*command):
    return lambda html: subprocess.run(command, input=html, capture_output=True, text=True, timeout=20).stdout


PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>%s</body></html>'
TOOLS = {
    'resiliparse': resiliparse,
    'resiliparse_tab': resiliparse_tab,
    'get_text': get_text,
    'get_text_lines': get_text_lines,
    'inner_text': inner_text,
    'html2text': markdown,
    'inscriptis': inscriptis.get_text,
    'trafilatura': lambda html: trafilatura.extract(html, favor_recall=True, include_comments=False),
    'lynx': text_browser('lynx', '-dump', '-nolist', '-width=80', '-stdin', '-assume_charset=utf-8', '-display_charset=utf-8'),
    'w3m': text_browser('w3m', '-dump', '-T', 'text/html', '-I', 'utf-8', '-O', 'utf-8', '-cols', '100'),
}


def printed(html, tool):
    try:
        return TOOLS[tool](PAGE % html)
    except (ValueError, AssertionError, RecursionError, subprocess.SubprocessError, UnicodeError, lxml.etree.LxmlError):
        return None


def letters(text):
    return ''.join(c for c in unicodedata.normalize('NFC', text) if unicodedata.category(c)[0] in 'LNM').lower()


NEARLY_ALL = 0.85
FEWEST = 300


def region(path, content):
    with open(path, 'rb') as file:
        data = file.read()
    try:
        root = lxml.html.document_fromstring(data.decode('utf-8', 'replace').encode('utf-8'), parser=lxml.html.HTMLParser(encoding='utf-8'))
    except (ValueError, lxml.etree.LxmlError):
        return None
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or node.tag in HIDDEN - {'head'}:
            if node.getparent() is not None:
                node.drop_tree()
    pieces, spans, length = [], [], 0

    def say(text):
        nonlocal length
        if text:
            pieces.append(letters(text))
            length += len(pieces[-1])

    for event, node in lxml.etree.iterwalk(root, events=('start', 'end')):
        if event == 'start':
            node.set('data-at', str(length))
            say(node.text)
        else:
            spans.append((int(node.attrib.pop('data-at')), length, node))
            say(node.tail)
    stream = ''.join(pieces)
    found, at = [], 0
    for line in content.split('\n'):
        key = letters(line)
        if len(key) < 20:
            continue
        place = stream.find(key, at)
        if place == -1:
            place = stream.find(key)
        if place != -1:
            found.append((place, place + len(key)))
            at = place + len(key)
    total = sum(end - start for start, end in found)
    if total < FEWEST or total < 0.6 * len(letters(content)):
        return None
    best = None
    for start, end, node in spans:
        if end - start < NEARLY_ALL * total or (best and end - start >= best[0]):
            continue
        if sum(b - a for a, b in found if a >= start and b <= end) >= NEARLY_ALL * total:
            best = (end - start, node)
    if best is None or best[1].tag in ('html', 'body') and best[0] > 3 * total:
        return None
    node = copy.deepcopy(best[1])
    node.tail = None
    if node.tag in ('html', 'body'):
        node.tag = 'div'
    return lxml.html.tostring(node, encoding='unicode')


def main():
    for line in sys.stdin:
        job = json.loads(line)
        if sys.argv[1] == 'print':
            answer = {'text': printed(job['html'], job['tool'])}
        else:
            answer = {'html': region(job['path'], job['content'])}
        print(json.dumps(answer, ensure_ascii=False))


if __name__ == '__main__':
    main()
