// Spreadsheet programs save CSV in UTF-8, or in the old encoding of Western Windows.

/** The text of a file; what is not UTF-8 is read as Windows-1252. */
export async function fileText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
