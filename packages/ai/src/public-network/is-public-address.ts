import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to the open internet: not to this machine, a private or link-local network (where clouds
 * keep their metadata), a carrier's, a multicast group, nor to any reserved range. IPv4 inside IPv6 counts as IPv4.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
