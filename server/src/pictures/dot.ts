/** Graphs for Graphviz. */
import type { ArgumentGraph } from './argumentGraph.ts';
import { OUTCOME_WORDS } from './networkDrawing.ts';
import type { NetworkGraph } from './networkGraph.ts';
import { OUTCOMES } from './networkGraph.ts';
import { wrap } from './wrapText.ts';

/** The argument as DOT: a cluster a section, conclusions to the left. */
export function argumentToDot({ groups }: ArgumentGraph, title: string): string {
  const lines = [
    ...opening(title),
    '  rankdir=RL; newrank=true;',
    '  node [fontname="Georgia", fontsize=11, margin="0.18,0.1"];',
  ];
  const isOne = new Set(groups.map(({ document }) => document)).size === 1;
  const drawn = new Set(groups.flatMap(({ nodes }) => nodes.map(({ subject }) => subject.key)));
  groups.forEach(({ document, heading, nodes }, index) => {
    const label = [isOne ? '' : document.title, heading].filter((part) => part !== '').join(': ');
    lines.push(`  subgraph cluster_${index} {`, `    label=${quoted(label)}; color="#c9c5bb";`);
    for (const { subject } of nodes) {
      const who = subject.by.map(({ name }) => name).join(', ');
      const to = subject.to.length > 0 ? ` → ${subject.to.map(({ name }) => name).join(', ')}` : '';
      const words = wrap(subject.words || '(no words)', 230, 6, { size: 13 }).lines;
      const look =
        subject.kind === 'claim' ? 'shape=box, style=rounded' : 'shape=box, style=bold, color="#a84b12"';
      lines.push(
        `    ${quoted(subject.key)} [label=${quoted([`${who}${to}`, ...words].join('\n'))}, ${look}];`,
      );
    }
    lines.push('  }');
  });
  for (const { nodes, edges } of groups) {
    for (const { source, target, type, response } of edges)
      lines.push(`  ${quoted(source.key)} -> ${quoted(target.key)} [${relationLook(type, response)}];`);
    for (const { subject, stubs } of nodes) {
      for (const { key, type, response, isIncoming } of stubs)
        if (!isIncoming && key !== null && drawn.has(key))
          lines.push(`  ${quoted(subject.key)} -> ${quoted(key)} [${relationLook(type, response)}];`);
    }
  }
  return closing(lines);
}

const LOOKS = {
  supports: 'style=solid, color="#2f6f44"',
  rebuts: 'style=dashed, color="#a32a35", arrowhead=tee',
  rephrases: 'style=dotted, color="#5c636b", arrowhead=odot',
  answers: 'style=dashed, color="#6a4a93", arrowhead=vee',
} as const;

function relationLook(type: keyof typeof LOOKS, response: string | null): string {
  return `label=${quoted(response === null ? type : `${type}: ${response}`)}, fontsize=9, ${LOOKS[type]}`;
}

/** The network as DOT: demands as arrows, agreement and conflict as lines. */
export function networkToDot({ actors, demands, affinities }: NetworkGraph, title: string): string {
  const lines = [
    ...opening(title),
    '  layout=neato; overlap=false; splines=true;',
    '  node [fontname="Helvetica", fontsize=11];',
  ];
  const shapes = {
    state: 'box',
    organization: 'box, style=rounded',
    group: 'hexagon',
    person: 'ellipse',
  } as const;
  for (const { actor } of actors) {
    const shape = actor.kind === null ? 'ellipse, style=dashed' : shapes[actor.kind];
    lines.push(`  ${quoted(actor.id)} [label=${quoted(actor.name)}, shape=${shape}];`);
  }
  for (const { source, target, outcomes, subjects } of demands) {
    const words = OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map(
      (each) => `${outcomes[each]} ${OUTCOME_WORDS[each]}`,
    );
    const width = Math.min(5, 0.5 + subjects.length * 0.5);
    lines.push(
      `  ${quoted(source)} -> ${quoted(target)} [label=${quoted(words.join(', '))}, penwidth=${width}, color="#a84b12"];`,
    );
  }
  for (const { type, source, target, topics } of affinities) {
    const look = type === 'agree' ? 'color="#2f6f44"' : 'color="#a32a35", style=dashed';
    const label = `${type}: ${topics.map(({ name }) => name).join(', ')}`;
    lines.push(
      `  ${quoted(source)} -> ${quoted(target)} [dir=none, label=${quoted(label)}, fontsize=9, ${look}];`,
    );
  }
  return closing(lines);
}

function opening(title: string): string[] {
  return [
    'digraph demarche {',
    `  label=${quoted(title)}; labelloc=t; fontname="Georgia"; fontsize=18; charset="UTF-8";`,
  ];
}

function closing(lines: readonly string[]): string {
  return `${[...lines, '}'].join('\n')}\n`;
}

/**
 * A text in quotes. Graphviz reads backslashes and entities in labels: both are doubled or written out, so that
 * what is shown is what was said.
 */
export function quoted(words: string): string {
  const safe = words
    .replace(
      /[\0-\x08\x0B-\x1F\x7F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/&/g, '&amp;')
    .replace(/\n/g, '\\n');
  return `"${safe}"`;
}
