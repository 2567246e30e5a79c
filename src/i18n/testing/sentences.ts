import { parseSync } from 'vite';

/** Attributes that are shown or read out. */
const SAID = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'closeButtonLabel',
  'description',
  'label',
  'placeholder',
  'thumbLabel',
  'title',
]);

/** An address is the same in every language. */
const LETTER = /^(?!https?:).*\p{L}/u;
/** Several words that begin as a sentence or end as one. */
const SENTENCE = /^\p{Lu}[\p{L}’]*,? \p{L}|\p{L}{2,},? .*\p{L}{2,}.*[.!?…]$/u;

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** Every string literal and piece of a template under a node. */
function stringsIn(node: Node): readonly string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [(node.value as { readonly cooked: string }).cooked];
  return childrenOf(node).flatMap(stringsIn);
}

/** What is compared or looked up is no text: `a === 'x'`, `of['x']`, `f('x')`. */
const shown = (node: Node): readonly Node[] => {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return shown(node.expression as Node);
    case 'ConditionalExpression':
      return [node.consequent as Node, node.alternate as Node].flatMap(shown);
    case 'LogicalExpression':
      return [node.left as Node, node.right as Node].flatMap(shown);
    case 'Literal':
      return [node];
    case 'TemplateLiteral':
      return node.quasis as readonly Node[];
    default:
      return [];
  }
};

function found(node: Node): readonly string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return [];
    // For a programmer to read, not for the page's reader.
    case 'NewExpression':
      return (node.callee as Node).name === 'Error' ? [] : childrenOf(node).flatMap(found);
    case 'JSXText':
      return LETTER.test(node.value as string) ? [(node.value as string).trim()] : [];
    case 'JSXAttribute': {
      const value = node.value as Node | null;
      if (!value) return [];
      const said = SAID.has((node.name as Node).name as string) ? shown(value).flatMap(stringsIn) : [];
      // Elsewhere a string is a class or a name, but an element or a function may stand there.
      const inside = value.type === 'JSXExpressionContainer' ? found(value.expression as Node) : [];
      return [...said.filter((text) => LETTER.test(text)), ...inside];
    }
    case 'JSXExpressionContainer': {
      const texts = shown(node).flatMap(stringsIn);
      return [...texts.filter((text) => /\p{L}{2}/u.test(text)), ...childrenOf(node).flatMap(found)];
    }
    case 'Literal':
    case 'TemplateElement':
      return stringsIn(node).filter((text) => SENTENCE.test(text));
    default:
      return childrenOf(node).flatMap(found);
  }
}

/** The texts for a reader that a module holds itself: in its elements, their attributes, and whatever reads as a sentence. */
export function sentencesIn(path: string, code: string): readonly string[] {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`);
  return [...new Set(found(program as unknown as Node))];
}
