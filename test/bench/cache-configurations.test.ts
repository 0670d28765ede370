import { expect, test } from 'vitest';
import { nginxConfiguration, varnishConfiguration } from '../../bench/cache-configurations.ts';

const PLACE = { port: 8081, serverPort: 8082, folder: '/somewhere' };

test('the lines for caches in front are those of the page, and nothing in them is of another place', () => {
  const both = [nginxConfiguration(PLACE), varnishConfiguration(PLACE)];
  for (const text of both) expect(text).not.toMatch(/3000|\/var\/|listen 80/);
  expect(both[0]).toContain('proxy_cache_path /somewhere/cache keys_zone=dateline:10m');
  expect(both[0]).toContain('proxy_cache_use_stale off;');
  expect(both[1]).toContain('backend default { .host = "127.0.0.1"; .port = "8082"; }');
});
