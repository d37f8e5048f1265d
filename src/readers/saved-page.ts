/** The address that a saved page carries in a comment near its top: SingleFile, HTTrack, browsers. */
const HEAD = 4096;
const COMMENTS: readonly RegExp[] = [
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i,
  /<!-- Mirrored from (\S+) by HTTrack Website Copier\//i,
  /<!-- saved from url=\(\d+\)(\S+) -->/i,
];

export function addressIn(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, HEAD)).toString('utf8');
  for (const comment of COMMENTS) {
    const address = comment.exec(head)?.[1];
    if (address === undefined || address === 'about:internet') continue;
    return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  }
  return undefined;
}
