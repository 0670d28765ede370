import type { Pack } from 'tar-stream';

/** All alike, so that the same files are the same archive. */
const MODIFIED_AT = new Date(0);
const MODE = 0o644;

/** A tar archive of files, each taken in when the one before it has been read. */
export async function* tarOf(
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): AsyncGenerator<Uint8Array> {
  const { pack } = await import('tar-stream');
  const archive = pack();
  const filled = fill(archive, files).catch((error: unknown) =>
    archive.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const chunk of archive) yield chunk;
  await filled;
}

async function fill(
  archive: Pack,
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): Promise<void> {
  for await (const { name, bytes } of files) {
    await new Promise<void>((resolve, reject) => {
      const entry = archive.entry({ name, size: bytes.length, mtime: MODIFIED_AT, mode: MODE }, (error) =>
        error ? reject(error) : resolve(),
      );
      entry.end(bytes);
    });
  }
  archive.finalize();
}
