// A pasted text is streamed: as a bound value it would be one message, and a circuit takes none over 32 KB.
export const textOf = area => new Blob([area.value]);
