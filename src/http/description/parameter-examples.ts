import type { createDocument } from 'zod-openapi';

type Document = ReturnType<typeof createDocument>;
type Paths = NonNullable<Document['paths']>;
type Operation = NonNullable<Paths[string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The document with the example of each parameter beside its schema: in a schema it is deprecated, and few tools look there. */
export function withParameterExamples(document: Document): Document {
  const { paths = {}, components = {} } = document;
  return {
    ...document,
    paths: mapped(paths, (path) => {
      const operations = METHODS.flatMap((method) => (path[method] ? [[method, raised(path[method])] as const] : []));
      return { ...path, ...Object.fromEntries(operations) };
    }),
    components: { ...components, parameters: mapped(components.parameters ?? {}, withExample) },
  };
}

function raised(operation: Operation): Operation {
  const { parameters } = operation;
  return parameters ? { ...operation, parameters: parameters.map(withExample) } : operation;
}

function withExample<Given extends Parameter>(parameter: Given): Given {
  const written = 'schema' in parameter ? parameter.schema : undefined;
  if (typeof written !== 'object' || !('example' in written)) return parameter;
  const { example, ...schema } = written;
  if ('required' in parameter && parameter.required) return { ...parameter, example, schema };
  return { ...parameter, examples: { default: { value: example, ...LEFT_OUT } }, schema };
}

/**
 * Where requests are tried out, the page fills an optional parameter in and leaves it out until somebody ticks it. With
 * `example` it sends all there are, many of which have no meaning together. It looks for the name `default`.
 */
const LEFT_OUT = { 'x-disabled': true };

function mapped<Value>(
  values: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
