/** Resource → pages: the ordered list of containers, and containers inside containers down to a limit. */
import { ConvertError } from '../errors.ts';
import type { Page, Resource } from '../resource.ts';
import { BOUNDS, type Bounds, type Budget, budgetFor } from './budget.ts';
import { collect } from './collect.ts';
import { gzip, zstd } from './containers/compressed.ts';
import { type Container, HEAD, type ReadSettings } from './containers/container.ts';
import { csv } from './containers/csv.ts';
import { jsonl } from './containers/jsonl.ts';
import { mhtml } from './containers/mhtml.ts';
import { parquet } from './containers/parquet.ts';
import { tar } from './containers/tar.ts';
import { warc } from './containers/warc.ts';
import { zip } from './containers/zip.ts';
import { isPageFile, isPageName } from './media-type.ts';
import { addressIn } from './saved-page.ts';
import { failed, isSkip, type Skip, skip } from './skip.ts';
import { ByteReader } from './streams/byte-reader.ts';
import { withinText } from './too-large.ts';

/** First match wins: WARC looks into gzip and zstd before these two take them for single files. */
const CONTAINERS: readonly Container[] = [warc, zip, parquet, tar, gzip, zstd, mhtml, jsonl, csv];

/** Deep enough for HTML in gzip in a WARC in a WACZ in a tar in gzip. */
const NESTING_LIMIT = 6;

export interface Unpacked {
  readonly page: Page;
  readonly kind?: 'html' | 'text';
  readonly offset?: number;
  readonly warnings: readonly string[];
  /** One of several that a container may hold. */
  readonly isMember: boolean;
}

export async function* unpack(
  resource: Resource,
  settings: ReadSettings,
  isMember = false,
  bounds: Bounds = BOUNDS,
): AsyncGenerator<Unpacked | Skip> {
  const reader = new ByteReader(resource.open());
  const budget = budgetFor(() => Math.max(resource.size ?? 0, reader.offset), bounds);
  yield* unpackInto(resource, reader, { settings: withinText(settings), budget, isMember, depth: 0 });
}

interface Level {
  readonly settings: ReadSettings;
  readonly budget: Budget;
  readonly isMember: boolean;
  readonly depth: number;
}

async function* unpackInto(
  resource: Resource,
  reader: ByteReader,
  { settings, budget, isMember, depth }: Level,
): AsyncGenerator<Unpacked | Skip> {
  try {
    const head = await reader.peek(HEAD);
    const container = await containerOf(head, resource, settings, reader.fault !== undefined);
    if (container === undefined) yield await readPage(resource, reader, settings, isMember);
    else if (depth >= NESTING_LIMIT) {
      yield skip('failed', 'nested-archive', `archives nested more than ${NESTING_LIMIT} deep`, resource);
    } else {
      if (depth > 0 && container.isMany) {
        budget.nest();
        if (isMember)
          yield skip('skipped', 'nested-archive', `a nested archive (${container.name}): its members follow`, resource);
      }
      const inner = { ...resource, open: () => reader.stream() };
      for await (const entry of container.unpack(inner, settings, budget.unpack)) {
        budget.enter();
        if (isSkip(entry)) yield entry;
        else {
          const within = new ByteReader(entry.open(), budget.unpack);
          yield* unpackInto(entry, within, {
            settings,
            budget,
            isMember: isMember || container.isMany,
            depth: depth + 1,
          });
        }
        if (budget.spent !== undefined) throw budget.spent;
      }
    }
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    yield failed(error, resource);
  } finally {
    await reader.close();
  }
}

/** Rows and records say what they are: their content is not looked into again. */
async function containerOf(
  head: Buffer,
  resource: Resource,
  settings: ReadSettings,
  isCut: boolean,
): Promise<Container | undefined> {
  if (resource.body !== undefined && resource.isFile !== true) return undefined;
  for (const container of CONTAINERS) if (await container.matches(head, resource, settings)) return container;
  return CONTAINERS.find(({ isDamaged }) => isDamaged?.(head, resource.id, isCut) === true);
}

const PACKED_NAME = /\.(?:warc|wet|wacz|gz|tgz|zst|zip|tar|jsonl|ndjson|parquet|epub|mht|mhtml)$/i;

async function readPage(
  resource: Resource,
  reader: ByteReader,
  settings: ReadSettings,
  isMember: boolean,
): Promise<Unpacked | Skip> {
  const { id, url, contentType, fetched, offset, kind, warnings = [] } = resource;
  const head = await reader.peek(1);
  if (head.length === 0 && reader.fault === undefined && PACKED_NAME.test(id)) {
    return skip('failed', 'truncated', 'cut short: an empty file under the name of an archive', resource);
  }
  if (resource.isFile && !isPageFile(id, head)) {
    if (reader.fault !== undefined && isPageName(id)) return failed(reader.fault, resource);
    return skip('skipped', 'not-html', 'its content and name are not those of a page', resource);
  }
  const body = resource.body ?? (await collect(sound(reader), settings));
  const fault = reader.fault;
  if (fault !== undefined && (fault.reason !== 'truncated' || settings.truncated === 'skip'))
    return failed(fault, resource);
  const address = url ?? (typeof body === 'string' ? undefined : addressIn(body));
  const page: Page = {
    id,
    body,
    ...(address === undefined ? {} : { url: address }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(fetched === undefined ? {} : { fetched }),
  };
  return {
    page,
    isMember,
    warnings: fault === undefined ? warnings : [...warnings, fault.message],
    ...(kind === undefined ? {} : { kind }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** The bytes before a fault, which the reader keeps. */
async function* sound(reader: ByteReader): AsyncGenerator<Buffer> {
  for (let piece = await reader.next(); piece !== undefined; piece = await reader.next()) yield piece;
}
