/** Hands a file to the person. Its address lives in this page only and holds no token. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the press; it is let go when that is surely done.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
