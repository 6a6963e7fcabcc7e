import { crc32, deflateRawSync } from 'node:zlib';

/** Builds a zip archive of one deflated file, by PKWARE's APPNOTE 4.3. `statedSize` lies about its size. */
export function makeZip(name: string, content: Uint8Array, statedSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const path = Buffer.from(name);
  const about = Buffer.alloc(26); // what local and central headers share, from "version needed" on
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(statedSize, 18);
  about.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
