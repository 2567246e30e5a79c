import { parseSync, Visitor } from 'vite';

/** Three words in small letters, side by side … */
const RUN_OF_WORDS = /(^|[^\p{L}\p{N}-])\p{Ll}[\p{Ll}’']* \p{Ll}[\p{Ll}’']* \p{Ll}[\p{Ll}’']*($|[^\p{L}\p{N}-])/u;
/** … or two words and a full stop. */
const FULL_STOP = /\p{L}{2,}[,;:]? (.* )?\S*\p{L}{2,}\S*[.!?]$/u;
/** Several authors end in a full stop too. */
const AUTHORS = /et al\.$/;

/** @param pieces of a text, between which values are filled in */
function isProse(pieces: readonly string[]): boolean {
  const words = pieces.join(' ').replace(/ +/g, ' ');
  const filled = pieces.join('it');
  return RUN_OF_WORDS.test(words) || (FULL_STOP.test(filled) && !AUTHORS.test(filled));
}

/**
 * The literals of a module that read as English, comments left out, with a … for each value that is filled in. Exempt is
 * what stands right inside `new Error(`: an assertion for programmers.
 */
export function proseIn(path: string, code: string): readonly string[] {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`);
  const exempt = new Set<unknown>();
  const found = new Set<string>();
  const look = (node: unknown, pieces: readonly string[]): void => {
    if (!exempt.has(node) && isProse(pieces)) found.add(pieces.join('…'));
  };
  new Visitor({
    ImportDeclaration({ source }) {
      exempt.add(source);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Error') exempt.add(given[0]);
    },
    Literal(node) {
      if (typeof node.value === 'string') look(node, [node.value]);
    },
    TemplateLiteral(node) {
      look(
        node,
        node.quasis.map(({ value }) => value.cooked ?? ''),
      );
    },
  }).visit(program);
  return [...found];
}
