/** Hands a text to the person as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the blob by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
