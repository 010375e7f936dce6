import ipaddr from 'ipaddr.js';

// IPv4 inside IPv6 as it was written before ::ffff:0:0/96; nothing on the internet has such an address.
const compatible = ipaddr.IPv6.parseCIDR('::/96');
// Written with dots, the library takes it for ::ffff:0:0/96.
const compatibleInDots = /^::[^:]+\./;
// Azure answers every virtual machine there, with what its host knows of it.
const azureHost = '168.63.129.16';

/**
 * Whether an IP address belongs to the open internet: not to this machine, a private or link-local network (where clouds
 * keep their metadata), a carrier's, a multicast group, nor to any reserved range. IPv4 inside IPv6 counts as IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || compatibleInDots.test(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.match(compatible)) return false;
  return parsed.range() === 'unicast' && parsed.toString() !== azureHost;
}
