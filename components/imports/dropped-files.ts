/** The files that were dropped; of a folder (an archive somebody unpacked) the tables in it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // All at once: the browser forgets what was dropped as soon as this turn ends.
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files = await Promise.all(
    dropped.map(({ entry, file }) => (entry?.isDirectory ? tablesIn(entry as FileSystemDirectoryEntry) : [file])),
  );
  return files.flat().filter((file) => file !== null);
}

async function tablesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  // It hands out a hundred or so at a time, and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      if (entry.isDirectory) found.push(...(await tablesIn(entry as FileSystemDirectoryEntry)));
      else if (/^[^.].*\.csv$/i.test(entry.name)) found.push(await fileOf(entry as FileSystemFileEntry));
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
