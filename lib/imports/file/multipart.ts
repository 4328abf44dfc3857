// The files of a posted form, one after the other, as they arrive (RFC 7578). request.formData() would hold them whole.

export type FilePart = { name: string; bytes: AsyncGenerator<Uint8Array> };

/** The connection ended before the form did. */
export class UploadBrokeOff extends Error {
  override name = "UploadBrokeOff";
}

const longestHead = 8_192;

/** The files chosen in a form; fields that are no files, and file fields left empty, are passed over. */
export async function* filesOf(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FilePart> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;,\s]{1,70}))/i.exec(contentType);
  if (!boundary) throw new UploadBrokeOff();
  const reader = new PartReader(body[Symbol.asyncIterator](), `\r\n--${boundary[1] ?? boundary[2]}`);
  await drain(reader.body()); // up to the first boundary
  while (!(await reader.isAtEnd())) {
    const name = fileName(await reader.head());
    if (name) yield { name, bytes: reader.body() };
    // Also what its reader didn't want: an answer is only read once the form is sent.
    if (reader.isInPart) await drain(reader.body());
  }
}

async function drain(bytes: AsyncGenerator<Uint8Array>) {
  for await (const _ of bytes);
}

/** The last part of a path, without control characters; "" for what is no file. */
function fileName(head: string): string {
  const name = /^content-disposition:.*[;\s]filename="((?:[^"\\]|\\.)*)"/im.exec(head)?.[1] ?? "";
  return (
    name
      .replaceAll("%22", '"')
      .split(/[\\/]/)
      .pop()
      ?.replaceAll(/\p{Cc}/gu, "")
      .slice(-200) ?? ""
  );
}

class PartReader {
  /** Whether a part's content has begun and the boundary after it is still to come. */
  isInPart = false;
  private buffer: Buffer;
  private readonly delimiter: Buffer;

  constructor(
    private readonly source: AsyncIterator<Uint8Array>,
    delimiter: string,
  ) {
    this.delimiter = Buffer.from(delimiter);
    this.buffer = Buffer.from("\r\n"); // so that the first boundary looks like every other
  }

  /** Bytes up to the next boundary, which is passed. One that is left early is taken up by the next. */
  async *body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.buffer.indexOf(this.delimiter);
      if (at >= 0) {
        const last = this.buffer.subarray(0, at);
        this.buffer = this.buffer.subarray(at + this.delimiter.length);
        this.isInPart = false;
        if (last.length > 0) yield last;
        return;
      }
      // The end of the buffer may be the beginning of a boundary.
      const sure = this.buffer.length - this.delimiter.length + 1;
      if (sure > 0) {
        const bytes = this.buffer.subarray(0, sure);
        this.buffer = this.buffer.subarray(sure);
        yield bytes;
      }
      await this.more();
    }
  }

  /** The lines before a part's content. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.buffer.indexOf("\r\n\r\n");
      if (end > longestHead) throw new UploadBrokeOff();
      if (end >= 0) {
        const head = this.buffer.subarray(0, end).toString("utf8");
        this.buffer = this.buffer.subarray(end + 4);
        this.isInPart = true;
        return head;
      }
      if (this.buffer.length > longestHead) throw new UploadBrokeOff();
      await this.more();
    }
  }

  /** Whether the boundary just passed was the last. */
  async isAtEnd(): Promise<boolean> {
    while (this.buffer.length < 2) await this.more();
    return this.buffer.subarray(0, 2).toString("latin1") === "--";
  }

  private async more() {
    const next = await this.source.next();
    if (next.done) throw new UploadBrokeOff();
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, next.value]) : Buffer.from(next.value);
  }
}
