import { describe, expect, it } from 'vitest';
import { createAddressGuard } from '../../src/jobs/address-guard.ts';
import { fc } from '../support/property-tests.ts';

const guard = createAddressGuard([]);
const reaches = (address: string) => guard.mayConnect(address, 'council.example');
const asks = (url: string) => guard.mayAsk(new URL(url));

const byte = fc.integer({ min: 0, max: 255 });
const rest = (count: number) => fc.array(byte, { minLength: count, maxLength: count });
const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count });

/** Every address of these networks, by its first bytes. */
const PRIVATE_V4 = fc.oneof(
  ...[
    [0],
    [10],
    [127],
    [169, 254],
    [192, 168],
    [192, 0, 0],
    [192, 0, 2],
    [198, 51, 100],
    [203, 0, 113],
    [192, 88, 99],
  ].map((first) => rest(4 - first.length).map((last) => [...first, ...last].join('.'))),
  fc.tuple(fc.integer({ min: 64, max: 127 }), rest(2)).map(([second, last]) => [100, second, ...last].join('.')),
  fc.tuple(fc.integer({ min: 16, max: 31 }), rest(2)).map(([second, last]) => [172, second, ...last].join('.')),
  fc.tuple(fc.constantFrom(18, 19), rest(2)).map(([second, last]) => [198, second, ...last].join('.')),
  fc.tuple(fc.integer({ min: 224, max: 255 }), rest(3)).map(([first, last]) => [first, ...last].join('.')),
);

/** The same IPv4 address as IPv6 knows it: mapped, compatible, translated (NAT64), 6to4, Teredo. */
function disguises(v4: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number);
  const hex = [a * 256 + b, c * 256 + d].map((value) => value.toString(16)).join(':');
  const inverted = [65_535 - (a * 256 + b), 65_535 - (c * 256 + d)].map((value) => value.toString(16)).join(':');
  return [
    `::ffff:${v4}`,
    `::ffff:${hex}`,
    `::${v4}`,
    `64:ff9b::${hex}`,
    `64:ff9b:1::${hex}`,
    `2002:${hex}::1`,
    `2001:0:4136:e378:8000:63bf:${inverted}`,
    `::ffff:0:${hex}`,
  ];
}

describe('the guard of outbound requests', () => {
  it('lets no connection out to an address that is not of the public internet', () => {
    fc.assert(fc.property(PRIVATE_V4, (address) => !reaches(address)));
  });

  it('lets none out to any IPv4 address in the disguise of an IPv6 one, whatever it is', () => {
    const any = fc.oneof(
      PRIVATE_V4,
      rest(4).map((bytes) => bytes.join('.')),
    );
    fc.assert(fc.property(any, (address) => !disguises(address).some(reaches)));
  });

  it('lets none out to IPv6 addresses that the world is not given', () => {
    const first = fc.oneof(
      fc.integer({ min: 0, max: 0x1fff }),
      fc.integer({ min: 0x4000, max: 0xffff }),
      fc.integer({ min: 0x2002, max: 0x2002 }),
      fc.integer({ min: 0x3ff0, max: 0x3ff0 }),
    );
    fc.assert(
      fc.property(first, groups(7), (head, tail) => {
        const address = [head.toString(16), ...(head === 0x3fff ? ['0'] : []), ...tail].slice(0, 8).join(':');
        return head === 0x3ff0 || !reaches(address);
      }),
    );
    const own = [
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd00:ec2::254',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
    ];
    expect([...own, '3fff::1', '3fff:fff::1', '100::1', '2001:2::1', '2001:10::1'].filter(reaches)).toEqual([]);
  });

  it('knows the addresses at which clouds tell their machines secrets', () => {
    const metadata = [
      '169.254.169.254',
      '169.254.170.2',
      '100.100.100.200',
      '192.0.0.192',
      '168.63.129.16',
      'fd00:ec2::254',
    ];
    expect(metadata.filter(reaches)).toEqual([]);
  });

  it('takes nothing for an address that is none', () => {
    expect(['', 'localhost', '1.2.3', '0x7f000001', '8.8.8.8:443', '2606:4700::1111%1'].filter(reaches)).toEqual([]);
  });

  it('lets connections out to the public internet', () => {
    const open = ['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0', '192.169.0.0'];
    const open6 = ['2606:4700::1111', '2a00:1450:4009:81f::200e', '2001:4860:4860::8888', '2003::1', '3ffe::1'];
    expect([...open, ...open6].filter((address) => !reaches(address))).toEqual([]);
  });

  it.each([
    'http://council.example/hook',
    'https://council.example:6379/',
    'https://council.example:80/',
    'ftp://council.example/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://１２７.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
  ])('refuses to ask for %s', (url) => {
    expect(asks(url)).toBe(false);
  });

  it.each([
    'https://council.example/hook',
    'https://council.example:443/',
    'https://council.example:8443/',
    'https://8.8.8.8/',
  ])('asks for %s', (url) => {
    expect(asks(url)).toBe(true);
  });

  it('makes the exceptions that the operator names, and no others', () => {
    const lax = createAddressGuard(['10.20.0.0/16', '127.0.0.1', 'Hooks.Intranet.example', 'fd00::/8']);
    const may = (url: string) => lax.mayAsk(new URL(url));
    const open = [
      'http://127.0.0.1:3161/',
      'http://10.20.30.40/',
      'http://hooks.intranet.example:8080/',
      'http://[fd00::1]/',
    ];
    expect(open.filter((url) => !may(url))).toEqual([]);
    expect(
      ['http://127.0.0.2/', 'http://10.21.0.1/', 'http://intranet.example/', 'ftp://127.0.0.1/'].filter(may),
    ).toEqual([]);
    expect(lax.mayConnect('10.20.0.1', 'council.example')).toBe(true);
    expect(lax.mayConnect('10.21.0.1', 'council.example')).toBe(false);
    expect(lax.mayConnect('192.168.0.1', 'hooks.intranet.example')).toBe(true);
    expect(lax.mayConnect('::ffff:10.21.0.1', 'council.example')).toBe(false);
  });

  it('takes only names and networks for exceptions', () => {
    const good = ['localhost', 'a.example', '10.0.0.0/8', '::1', 'fd00::/8', '127.0.0.1'];
    const bad = [
      '',
      '*',
      'a_b.example',
      'http://a.example',
      '10.0.0.0/33',
      '10.0.0.0/8/8',
      '10.0.0',
      '::1/129',
      'fe80::1%1',
      '-a',
    ];
    expect(() => createAddressGuard(good)).not.toThrow();
    for (const text of bad)
      expect(() => createAddressGuard([text])).toThrow(`neither a host name nor a network: ${text}`);
  });
});
