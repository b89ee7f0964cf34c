const CREATIVE_COMMONS = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)\b/;
const PUBLIC_DOMAIN = /^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\b/;

/** The SPDX name of a licence, where its address tells it: `CC-BY-SA-4.0`. */
export function spdxName(address: string): string | undefined {
  if (PUBLIC_DOMAIN.test(address)) return "CC0-1.0";
  const [, kind, version] = CREATIVE_COMMONS.exec(address) ?? [];
  return kind && version ? `CC-${kind.toUpperCase()}-${version}` : undefined;
}
