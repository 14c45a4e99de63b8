const signature = [0xd0, 0xcf, 0x11, 0xe0];

/** Office files of before 2007 and encrypted ones are compound files (MS-CFB §2.2). */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
