import { BlockList, isIP, isIPv4 } from 'node:net';

/** Which servers a request of ours may reach. */
export interface AddressGuard {
  /** Whether an address may be asked for at all, before its name is looked up. */
  mayAsk(url: URL): boolean;
  /** Whether a connection to this IP address may be made for a URL with this host name. */
  mayConnect(address: string, hostname: string): boolean;
}

/**
 * Lets requests out to the public internet, by https and its usual ports, and to nothing else: neither to this machine
 * nor to its neighbours, by whatever notation.
 * @param allowed exceptions that the operator names: host names, IP addresses, or networks such as 10.20.0.0/16. What
 *   they name may be reached on any port, and without TLS.
 * @throws Error for an exception that is none of these
 */
export function createAddressGuard(allowed: readonly string[]): AddressGuard {
  const names = new Set<string>();
  const networks = new BlockList();
  for (const entry of allowed) {
    if (isNetwork(entry)) addNetwork(networks, entry);
    else if (isHostName(entry)) names.add(entry.toLowerCase());
    else throw new Error(`neither a host name nor a network: ${entry}`);
  }
  const isNamed = (hostname: string) => names.has(hostname) || contains(networks, hostname);

  return {
    mayAsk(url) {
      const hostname = hostOf(url);
      if (isNamed(hostname)) return url.protocol === 'https:' || url.protocol === 'http:';
      if (url.protocol !== 'https:' || !PORTS.has(url.port)) return false;
      return isIP(hostname) === 0 || isPublic(hostname);
    },
    mayConnect: (address, hostname) => isNamed(hostname) || contains(networks, address) || isPublic(address),
  };
}

/** Without the brackets that a URL puts around an IPv6 address, and without the dot that ends an absolute name. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** As a URL writes them: the usual one of https not at all. */
const PORTS: ReadonlySet<string> = new Set(['', '8443']);

/** IANA's registry of special-purpose IPv4 addresses, multicast, what is reserved, and what clouds tell their machines. */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Only these IPv6 addresses are given out to the world… */
const OPEN_V6 = ['2000::/3'];
/** …and of them not those of tunnels, tests, documentation and protocols, which can stand for any IPv4 address. */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = networksOf([...CLOSED_V4, ...CLOSED_V6]);
const open = networksOf(OPEN_V6);

/** Whether an IP address belongs to the public internet. */
function isPublic(address: string): boolean {
  // One with a zone (fe80::1%eth0) is of a neighbour.
  if (isIP(address) === 0 || address.includes('%') || contains(closed, address)) return false;
  return isIPv4(address) || contains(open, address);
}

function networksOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) addNetwork(list, entry);
  return list;
}

function addNetwork(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const [family, most] = isIPv4(address) ? (['ipv4', 32] as const) : (['ipv6', 128] as const);
  list.addSubnet(address, bits === undefined ? most : Number(bits), family);
}

function contains(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && !address.includes('%') && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isHostName(text: string): boolean {
  return (
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text) &&
    !/^[\d.]+$/.test(text)
  );
}
