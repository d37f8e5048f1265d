/**
 * Why a page, record or member gave no document: the closed list that reports, exit codes and docs share.
 * A new failure takes one of these names or adds one here, never a free text.
 */
export const REASONS = [
  'no-content', // read and understood, and nothing in it is an article
  'empty', // no bytes, or white space alone
  'binary', // not text: noise, an executable, an unknown format
  'unsupported', // a known format that is not read: PDF, Office, images
  'not-found', // no such file, or the server says so
  'unreadable', // permission, a directory where a file is wanted, an I/O error
  'too-large', // more bytes than --max-bytes allows
  'bad-charset', // an encoding label that nobody knows
  'http-error', // the server answered with a status that is no page
  'unreachable', // no answer: DNS, refused connection, TLS
  'timeout', // no answer, or no document, in the time allowed
  'not-html', // an answer of another media type
  'redirect', // a stored answer that points elsewhere
  'revisit', // a stored answer that says: the same as before
  'corrupt', // damaged bytes: bad checksum, bad lengths, rubbish between records
  'truncated', // cut off before its end
  'encrypted', // a password is needed
  'missing-dictionary', // compressed with a dictionary that is not there
  'missing', // named by the archive, and not in it
  'invalid-row', // a row that is not what rows are: bad JSON, bad UTF-8, no such field
  'link', // a link inside an archive or directory: never followed out of it
  'nested-archive', // archives inside archives, deeper than the limit
  'duplicate', // --dedupe: a document before it says the same
  'too-short', // --min-words: fewer words than asked for
  'other-language', // --lang: in none of the languages asked for
  'low-confidence', // --min-confidence: less sure than asked for
  'exists', // the output is there and --force is not given
  'unwritable', // the output cannot be written
] as const;

export type Reason = (typeof REASONS)[number];

/** A failure with a reason of the closed list and a message for people that names the input and the next step. */
export class ConvertError extends Error {
  override readonly name = 'ConvertError';
  readonly reason: Reason;

  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}
