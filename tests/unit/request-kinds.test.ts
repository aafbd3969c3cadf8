import { describe, expect, it } from 'vitest';
import { requestKind, requestName } from '../../src/state/request-kinds.ts';

const SERVED = 'http://127.0.0.1:4173/tools/index.html?x=1#/safety';
const OPENED = 'file:///S:/共有/saishinsa-workbench.html';

describe('where a request went', () => {
  it.each([
    ['http://127.0.0.1:4173/tools/assets/app-1.js', SERVED, 'part'],
    ['http://127.0.0.1:4173/tools/assets/app-1.js?name=x', SERVED, 'elsewhere'],
    ['http://127.0.0.1:4173/other/app.js', SERVED, 'elsewhere'],
    ['http://127.0.0.1:5173/tools/assets/app-1.js', SERVED, 'elsewhere'],
    ['https://example.com/', SERVED, 'elsewhere'],
    ['wss://example.com/', OPENED, 'elsewhere'],
    ['https://example.com/', OPENED, 'elsewhere'],
    ['blob:null/0b8f', OPENED, 'inside'],
    ['blob:http://127.0.0.1:4173/0b8f', SERVED, 'inside'],
    ['data:image/svg+xml,x', SERVED, 'inside'],
    ['chrome-extension://abc/x.js', SERVED, 'extension'],
  ] as const)('%s from %s is %s', (address, page, kind) => {
    expect(requestKind(address, page)).toBe(kind);
  });

  it('a part is shown by its path beside the page, all else as it is', () => {
    expect(requestName('http://127.0.0.1:4173/tools/assets/app-1.js', 'part', SERVED)).toBe('assets/app-1.js');
    expect(requestName('https://example.com/a', 'elsewhere', SERVED)).toBe('https://example.com/a');
  });
});
