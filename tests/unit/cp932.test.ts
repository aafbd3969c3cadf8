import { describe, expect, it } from 'vitest';
import { encodeCp932, unencodableFile } from '../../src/report/cp932.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

describe('encodeCp932', () => {
  it('gives back every character that CP932 has', () => {
    const decoder = new TextDecoder('shift_jis');
    let all = '';
    for (let lead = 0x81; lead <= 0xfc; lead++) {
      if (lead >= 0xa0 && lead <= 0xdf) continue;
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (trail !== 0x7f && text.length === 1 && text !== '\ufffd') all += text;
      }
    }
    const { bytes, unencodable } = encodeCp932(`ｱｲｳABC\r\n${all}`);
    expect(unencodable).toEqual([]);
    expect(decode(bytes)).toBe(`ｱｲｳABC\r\n${all}`);
  });

  it.each([
    ['∪', [0x81, 0xbe]],
    ['①', [0x87, 0x40]],
    ['髙', [0xfb, 0xfc]],
    ['纊', [0xfa, 0x5c]],
    ['～', [0x81, 0x60]],
    ['－', [0x81, 0x7c]],
    ['￢', [0x81, 0xca]],
  ])('writes %s in the position other programs write it', (character, expected) => {
    expect([...encodeCp932(character).bytes]).toEqual(expected);
  });

  it('leaves the byte order mark out', () => {
    expect([...encodeCp932('\ufeffA').bytes]).toEqual([0x41]);
  });

  it('tells each character that has no place, with its line, and writes 〓 there', () => {
    const { bytes, unencodable } = encodeCp932('a\r\n𠮷—é');
    expect(decode(bytes)).toBe('a\r\n〓〓〓');
    expect(unencodable).toEqual([
      { character: '𠮷', line: 2 },
      { character: '—', line: 2 },
      { character: 'é', line: 2 },
    ]);
    expect(unencodableFile('items.csv', unencodable.slice(0, 1))).toBe('\ufeffファイル,行,文字,符号位置\r\nitems.csv,2,𠮷,U+20BB7\r\n');
  });
});
