import { expect, test } from 'vitest';
import { metric, renderPrometheus } from '../../src/formats/prometheus.ts';

test('figures are lines with what they mean above them', () => {
  const text = renderPrometheus([
    metric('counter', 'a_total', 'How often.', 3),
    {
      name: 'b_seconds',
      help: 'How long.',
      kind: 'histogram',
      samples: [
        { series: 'bucket', labels: { le: '0.5' }, value: 1 },
        { series: 'bucket', labels: { le: '+Inf' }, value: 2 },
        { series: 'sum', value: 1.25 },
        { series: 'count', value: 2 },
      ],
    },
  ]);
  expect(text).toBe(
    [
      '# HELP a_total How often.',
      '# TYPE a_total counter',
      'a_total 3',
      '# HELP b_seconds How long.',
      '# TYPE b_seconds histogram',
      'b_seconds_bucket{le="0.5"} 1',
      'b_seconds_bucket{le="+Inf"} 2',
      'b_seconds_sum 1.25',
      'b_seconds_count 2',
      '',
    ].join('\n'),
  );
});

test('nothing in a label or an explanation ends its line or its quotation marks', () => {
  const samples = [{ labels: { route: 'a"b\\c\nd' }, value: Number.POSITIVE_INFINITY }];
  const text = renderPrometheus([{ name: 'a', help: 'One\\two\nthree.', kind: 'gauge', samples }]);
  expect(text).toBe('# HELP a One\\\\two\\nthree.\n# TYPE a gauge\na{route="a\\"b\\\\c\\nd"} +Inf\n');
});
