import { CP932_QUOTED, CsvWriter } from './csv-bytes.ts';
import { withoutClosingQuote } from './dirty-quotes.ts';
import { encodeText } from './encode-text.ts';
import { FIELD_NAMES } from './field-names.ts';
import { leanRecords } from './plain-records.ts';
import { at } from './random.ts';

/** Header and so many records, CP932 and quoted; in record 5 (line 6) the quote that closes field 195 is missing. */
export function brokenQuoteAmong(records: number): Uint8Array {
  const newline = encodeText('\r\n', 'cp932');
  return collect((writer) => {
    leanRecords('big broken quote', records).forEach((fields, index) => {
      if (index !== 4) writer.writeRecord(fields);
      else writer.writeBytes(Buffer.concat([withoutClosingQuote(fields, 195), newline]));
    });
  });
}

/** Header and ten records, CP932 and quoted; field 198 of record 5 (line 6) takes so many bytes. */
export function hugeField(bytes: number): Uint8Array {
  return collect((writer) => {
    leanRecords('big field', 10).forEach((fields, index) => {
      if (index === 4) writer.writeRecord(fields.map((value, position) => (position === 197 ? 'あ'.repeat(bytes / 2) : value)));
      else writer.writeRecord(fields);
    });
  });
}

function collect(write: (writer: CsvWriter) => void): Uint8Array {
  const parts: Uint8Array[] = [];
  const writer = new CsvWriter(CP932_QUOTED, (bytes) => parts.push(bytes.slice()));
  writer.begin();
  writer.writeRecord(FIELD_NAMES);
  write(writer);
  writer.end();
  return parts.length === 1 ? at(parts, 0) : new Uint8Array(Buffer.concat(parts));
}
