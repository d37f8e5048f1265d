"""write_models.py WORDS TREES-PREFIX SRC: puts trained models into SRC/model/ as modules that load lazily.

WORDS holds a .json for each language (words.ts writes it); PREFIX-seams.trees and its like come from train.py.
"""
import json
import os
import sys

words, prefix, src = sys.argv[1:4]
folder = os.path.join(src, 'model', 'languages')
os.makedirs(folder, exist_ok=True)
languages = sorted(name[:-5] for name in os.listdir(words) if name.endswith('.json'))
for language in languages:
    packed = json.load(open(os.path.join(words, language + '.json')))
    with open(os.path.join(folder, language + '.ts'), 'w') as f:
        f.write(f"/** Written by training/tables/write_models.py. */\nexport const packed =\n  '{packed}';\n")
with open(os.path.join(src, 'model', 'word-models.ts'), 'w') as f:
    f.write('/** Written by training/tables/write_models.py: one module a language, loaded when a text is in it. */\n')
    f.write('export const wordModels: Readonly<Record<string, () => Promise<{ readonly packed: string }>>> = {\n')
    for language in languages:
        name = f"'{language}'" if '-' in language else language
        f.write(f"  {name}: () => import('./languages/{language}.ts'),\n")
    f.write('};\n')
with open(os.path.join(src, 'model', 'table-trees.ts'), 'w') as f:
    f.write('/** Written by training/tables/write_models.py. */\n')
    for name in ('seams', 'second', 'judge', 'runs'):
        f.write(f"export const {name} =\n  '{open(prefix + '-' + name + '.trees').read().strip()}';\n")
