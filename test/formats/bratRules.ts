/** The rules of brat’s standoff and of its configuration, written anew: independent of how we write or read them. */

export interface BratDocument {
  readonly problems: readonly string[];
  readonly events: number;
  /** As `Supports a b`, with the statements’ own ids. */
  readonly relations: readonly string[];
}

export function bratDocument(ann: string, text: string, conf: string): BratDocument {
  const characters = [...text];
  const problems: string[] = [];
  const types = confTypes(conf);
  const known = new Set<string>();
  const names = new Map<string, string>();
  const relations: [string, string, string][] = [];
  let events = 0;
  if (!ann.endsWith('\n') && ann !== '') problems.push('no line end at the end');
  for (const line of ann.split('\n').slice(0, -1)) {
    const bad = (what: string) => problems.push(`${what}: ${line}`);
    const [id = '', middle = '', last] = line.split('\t');
    if (known.has(id)) bad('twice');
    known.add(id);
    if (id.startsWith('T')) {
      const match = /^([\w-]+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(middle);
      if (!match) bad('form');
      const ranges = (match?.[2] ?? '').split(';').map((range) => range.split(' ').map(Number));
      const words = ranges.map(([start, end]) => characters.slice(start, end).join(''));
      if (ranges.some(([start = 0, end = 0]) => start >= end)) bad('empty range');
      if (words.some((each) => each.includes('\n'))) bad('line end in a fragment');
      if (words.join(' ') !== last) bad('words');
      if (!types.entities.has(match?.[1] ?? '') && !types.events.has(match?.[1] ?? '')) bad('type');
    } else if (id.startsWith('E')) {
      events++;
      const [trigger = '', ...roles] = middle.split(' ');
      if (!types.events.has(trigger.split(':')[0] ?? '') || !known.has(trigger.split(':')[1] ?? ''))
        bad('trigger');
      if (
        !ann.includes(`\n${trigger.split(':')[1]}\t${trigger.split(':')[0]} `) &&
        !ann.startsWith(`${trigger.split(':')[1]}\t`)
      )
        bad('trigger of another type');
      for (const role of roles) {
        const [name = '', target = ''] = role.split(':');
        if (!types.roles.has(name.replace(/\d+$/, '')) || !known.has(target)) bad('role');
      }
    } else if (id.startsWith('A')) {
      const [type = '', target = '', value = ''] = middle.split(' ');
      if (!types.values.get(type)?.has(value) || !known.has(target)) bad('attribute');
    } else if (id.startsWith('R')) {
      const match = /^(\w+) Arg1:(\w+) Arg2:(\w+)$/.exec(middle);
      if (!match || !types.relations.has(match[1] ?? '')) bad('relation');
      relations.push([match?.[1] ?? '', match?.[2] ?? '', match?.[3] ?? '']);
    } else if (id.startsWith('#')) {
      const match = /^(\w+) ([TE]\d+)$/.exec(middle);
      if (!match || !known.has(match[2] ?? '')) bad('note');
      const own = /^(?:claim|demand) #(\S+)/.exec(last ?? '');
      if (own) names.set(match?.[2] ?? '', own[1] ?? '');
    } else if (id.startsWith('N')) {
      if (!/^Reference T\d+ \w+:\w+$/.test(middle) || !last) bad('normalization');
    } else bad('kind');
  }
  return {
    problems,
    events,
    relations: relations.map(([type, from, to]) => `${type} ${names.get(from)} ${names.get(to)}`),
  };
}

function confTypes(conf: string) {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of conf.split('\n').filter((each) => each !== '')) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name === undefined) section.push(line);
    else sections.set(name, (section = []));
  }
  const firsts = (name: string) =>
    new Set((sections.get(name) ?? []).map((line) => line.split(/\s/)[0] ?? ''));
  return {
    entities: firsts('entities'),
    events: firsts('events'),
    relations: firsts('relations'),
    roles: new Set(
      (sections.get('events') ?? []).flatMap((line) =>
        Array.from(line.matchAll(/(\w+)[*?+]?:/g), ([, role]) => role ?? ''),
      ),
    ),
    values: new Map(
      (sections.get('attributes') ?? []).map((line) => [
        line.split(/\s/)[0] ?? '',
        new Set((/Value:(\S+)$/.exec(line)?.[1] ?? '').split('|')),
      ]),
    ),
  };
}
