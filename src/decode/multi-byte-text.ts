/** The old encodings of Chinese, Japanese and Korean (WHATWG Encoding, sections 10 to 13): their tables are large, and few pages need them. */
import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';

/** @param name as the standard has it, in lower case; bytes that are nothing in the encoding become U+FFFD */
export const multiByteText = (name: string, body: Uint8Array): string => createMultibyteDecoder(name, true)(body);
