#!/usr/bin/env python3
"""Small archives by the tools of the field, with the place of each page in them: make_samples.py DIR (needs warcio, pyarrow, zstandard).

Beside each file stands FILE.json: {"pages": [{"marker", "start", "end", "sha1"}], "whole", "isChecked", "footer"}: whole where damage anywhere
may cost what follows it, isChecked where checksums tell of every damaged byte, footer where a directory begins without which nothing can be
found, nor where bytes before it have moved.
"""
import csv, gzip, hashlib, io, json, os, random, sys, tarfile, zipfile
import pyarrow as pa, pyarrow.parquet as pq, zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

OUT = sys.argv[1]
COUNT = 12
rng = random.Random(7)
WORDS = ['lamp', 'keeper', 'tower', 'storm', 'glass', 'stair', 'harbour', 'night', 'signal', 'rope', 'salt', 'engine', 'fog', 'watch', 'stone', 'ä', 'naïve', '灯台', '"quoted"', 'a, b']


def marker(i): return f'marker{i:02d}x{(i * 7919) % 997:03d}'


def page(i):
    text = ' '.join(rng.choice(WORDS) + str(rng.randrange(1000)) for _ in range(60 + 40 * (i % 4)))
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Page {i}</title></head>\n<body><main><h1>Page {i}</h1>\n<p>{marker(i)} {text}</p>\n</main></body></html>\n'


PAGES = [page(i) for i in range(COUNT)]
WET = [f'Page {i}\n{marker(i)} ' + ' '.join(rng.choice(WORDS) for _ in range(200)) for i in range(COUNT)]


def sha1(i, name): return hashlib.sha1((WET[i] if '.wet' in name else PAGES[i]).encode()).hexdigest()


def put(name, data, spans, whole=False, footer=None):
    with open(os.path.join(OUT, name), 'wb') as f: f.write(data)
    pages = [{'marker': marker(i), 'start': a, 'end': b, 'sha1': sha1(i, name)} for i, a, b in spans]
    checked = any(mark in name for mark in ('.gz', '.zst', '.zip', '.wacz', '.epub', '-sums'))
    with open(os.path.join(OUT, name + '.json'), 'w') as f: json.dump({'pages': pages, 'whole': whole, 'isChecked': checked, 'footer': footer}, f)


def parts(pieces, pack=lambda b: b):
    """pieces: (page number or None, bytes) -> the file, and where each page stands in it"""
    out, spans = io.BytesIO(), []
    for i, piece in pieces:
        start = out.tell()
        out.write(pack(piece))
        if i is not None: spans.append((i, start, out.tell()))
    return out.getvalue(), spans


def warc_records(kind='response'):
    for i, text in enumerate(PAGES):
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=False)
        url = f'http://pages.example/{i}.html'
        body = text.encode()
        if kind == 'response':
            request = StatusAndHeaders('GET / HTTP/1.1', [('Host', 'pages.example')], is_http_request=True)
            writer.write_record(writer.create_warc_record(url, 'request', payload=io.BytesIO(b''), http_headers=request))
            yield None, out.getvalue()
            out.seek(0); out.truncate()
            head = StatusAndHeaders('200 OK', [('Content-Type', 'text/html; charset=utf-8')], protocol='HTTP/1.1')
            writer.write_record(writer.create_warc_record(url, 'response', payload=io.BytesIO(body), http_headers=head))
        else:
            writer.write_record(writer.create_warc_record(url, 'conversion', payload=io.BytesIO(WET[i].encode()), warc_content_type='text/plain'))
        yield i, out.getvalue()


def gz(b): return gzip.compress(b, mtime=0)
def zst(b): return zstandard.ZstdCompressor(write_checksum=True).compress(b)


def rows():
    for i, text in enumerate(PAGES):
        yield i, (json.dumps({'url': f'http://pages.example/{i}.html', 'html': text}, ensure_ascii=i % 2 == 0) + '\n').encode()


def tars(**options):
    out, spans = io.BytesIO(), []
    with tarfile.open(fileobj=out, mode='w', **options) as archive:
        for i, text in enumerate(PAGES):
            info = tarfile.TarInfo(f'site/{"long-name-" * (12 if i % 3 == 0 else 1)}{i}.html' if i % 4 else f'site/seite-ä-{i}.html')
            info.size = len(text.encode())
            start = archive.offset
            archive.addfile(info, io.BytesIO(text.encode()))
            spans.append((i, start, archive.offset))
    return out.getvalue(), spans


def zips(method):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as archive:
        for i, text in enumerate(PAGES): archive.writestr(f'site/seite-ä-{i}.html', text)
        starts = [(i, info.header_offset) for i, info in enumerate(archive.infolist())]
    data = out.getvalue()
    ends = [start for _, start in starts[1:]] + [archive.start_dir]
    return data, [(i, start, end) for (i, start), end in zip(starts, ends)]


put('plain.warc', *parts(warc_records()))
put('members.warc.gz', *parts(warc_records(), gz))
put('frames.warc.zst', *parts(warc_records(), zst))
put('text.warc.wet.gz', *parts(warc_records('conversion'), gz))
whole, spans = parts(warc_records())
put('one-member.warc.gz', gz(whole), [(i, 0, 1 << 40) for i, _, _ in spans], True)
put('one-frame.warc.zst', zst(whole), [(i, 0, 1 << 40) for i, _, _ in spans], True)

put('rows.jsonl', *parts(rows()))
put('rows.jsonl.gz', *parts(rows(), gz))
put('rows.jsonl.zst', *parts(rows(), zst))


def table():
    for i, text in [(None, None), *enumerate(PAGES)]:
        out = io.StringIO()
        csv.writer(out).writerow(['url', 'html', 'rank'] if i is None else [f'http://pages.example/{i}.html', text, i])
        yield i, out.getvalue().encode()


put('table.csv', *parts(table()))

for name, options in {'gnu.tar': {'format': tarfile.GNU_FORMAT}, 'pax.tar': {'format': tarfile.PAX_FORMAT}}.items(): put(name, *tars(**options))
data, spans = tars(format=tarfile.GNU_FORMAT)
put('one.tar.gz', gz(data), [(i, 0, 1 << 40) for i, _, _ in spans], True)
cuts = [0, *[end for _, _, end in spans][:-1], len(data)]
pieces = [data[a:b] for a, b in zip(cuts, cuts[1:])]
put('members.tar.gz', *parts(list(enumerate(pieces)), gz))

put('deflated.zip', *zips(zipfile.ZIP_DEFLATED))
put('stored.zip', *zips(zipfile.ZIP_STORED))

warc, spans = parts(warc_records(), gz)
out = io.BytesIO()
with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as archive:
    archive.writestr('datapackage.json', '{"profile": "data-package", "wacz_version": "1.1.1"}')
    archive.writestr('archive/data.warc.gz', warc)
    archive.writestr('pages/pages.jsonl', '{"format": "json-pages-1.0"}\n')
at = out.getvalue().index(warc)
put('crawl.wacz', out.getvalue(), [(i, at + a, at + b) for i, a, b in spans])

for codec in ('NONE', 'SNAPPY', 'ZSTD', 'GZIP'):
    for checksum in (False, True):
        out = io.BytesIO()
        rows_ = pa.table({'url': [f'http://pages.example/{i}.html' for i in range(COUNT)], 'html': PAGES})
        pq.write_table(rows_, out, row_group_size=3, compression=codec, write_page_checksum=checksum, use_dictionary=False)
        meta = pq.ParquetFile(io.BytesIO(out.getvalue())).metadata
        spans = []
        for g in range(meta.num_row_groups):
            columns = [meta.row_group(g).column(c) for c in range(2)]
            a = min(c.data_page_offset for c in columns)
            b = max(c.data_page_offset + c.total_compressed_size for c in columns)
            spans += [(i, a, b) for i in range(3 * g, 3 * g + 3)]
        put(f'{codec.lower()}{"-sums" if checksum else ""}.parquet', out.getvalue(), spans, footer=max(b for _, _, b in spans))

out = io.BytesIO()
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('mimetype', 'application/epub+zip', zipfile.ZIP_STORED)
    archive.writestr('META-INF/container.xml', '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>')
    items = ''.join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(COUNT))
    spine = ''.join(f'<itemref idref="c{i}"/>' for i in range(COUNT))
    archive.writestr('OPS/book.opf', f'<package><manifest>{items}</manifest><spine>{spine}</spine></package>')
    for i, text in enumerate(PAGES): archive.writestr(f'OPS/c{i}.xhtml', text)
    starts = [info.header_offset for info in archive.infolist()][3:]
put('book.epub', out.getvalue(), [(i, a, b) for i, (a, b) in enumerate(zip(starts, [*starts[1:], archive.start_dir]))])

import email.message, email.policy
for i in range(1):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message['Snapshot-Content-Location'] = 'http://pages.example/0.html'
    message['MIME-Version'] = '1.0'
    message['From'] = '<Saved by Blink>'
    message.set_content(PAGES[0], subtype='html', cte='quoted-printable')
    message.make_related()
    message.add_related(b'\x89PNG' + bytes(200), 'image', 'png', filename='a.png')
    put('saved.mhtml', bytes(message), [(0, 0, 1 << 40)], True)
print(f'{len(os.listdir(OUT)) // 2} samples in {OUT}')
