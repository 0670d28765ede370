/** One figure of an operator, under one name, with one value for each set of labels. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  /** `counter` only grows while the process lives; of a `histogram` the samples say which of its series they are. */
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly value: number;
  /** Never a title, a name, a key or an address that somebody chose: few values, all known beforehand. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly series?: 'bucket' | 'sum' | 'count';
}

/** A figure with one value. */
export function metric(kind: 'counter' | 'gauge', name: string, help: string, value: number): Metric {
  return { name, help, kind, samples: [{ value }] };
}

/** The figures in the text format of Prometheus, version 0.0.4. */
export function renderPrometheus(metrics: readonly Metric[]): string {
  return metrics.map(renderMetric).join('');
}

function renderMetric({ name, help, kind, samples }: Metric): string {
  const lines = samples.map((sample) => `${seriesOf(name, sample)}${labelsOf(sample)} ${numberOf(sample.value)}\n`);
  return `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${kind}\n${lines.join('')}`;
}

function seriesOf(name: string, { series }: Sample): string {
  return series === undefined ? name : `${name}_${series}`;
}

function labelsOf({ labels = {} }: Sample): string {
  const written = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return written.length > 0 ? `{${written.join(',')}}` : '';
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function numberOf(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}
