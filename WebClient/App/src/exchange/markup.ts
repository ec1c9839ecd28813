/** Text as XML takes it: characters that XML forbids are left away. */
export function xml(text: string): string {
  return Array.from(text)
    .filter((sign) => allowed(sign.codePointAt(0) ?? 0))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** XML 1.0, production 2: no control characters but tab and line ends, no half characters. */
function allowed(code: number): boolean {
  return code >= 0x20
    ? (code < 0xd800 || code > 0xdfff) && (code < 0xfffe || code > 0xffff)
    : code === 9 || code === 10;
}

/** Numbers as SVG takes them, to a hundredth. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => Math.round(value * 100) / 100).join(' ');
}
