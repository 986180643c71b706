/** Library entry: reads PDF files; the ingest thread takes it in when it meets one. */
export { getDocumentProxy } from 'unpdf';
