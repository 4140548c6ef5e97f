/** A topic in a hover: its note, and who stands where on it. */
import { activityIn } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Linker } from './markdown.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { actorName } from './wording.ts';

/** Markdown for a topic, or null if the codebook does not know it. */
export function topicHover(
  workspace: Workspace,
  document: DocumentModel,
  id: string,
  _link: Linker,
): string | null {
  const names = workspace.namesFor(document);
  const topic = names.topic(id);
  if (topic === null) return null;
  const above = topic.in === null ? '' : `part of ${names.topic(topic.in.value)?.name ?? topic.in.value}`;
  const parts = [
    `**${escapeMarkdown(topic.name)}** ${code(topic.id)}`,
    escapeMarkdown([above, topic.note ?? ''].filter((part) => part !== '').join(' · ')),
    ...positionLines(workspace, document, id),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Who supports and who opposes, with the number of statements each, over the documents of one codebook. */
function positionLines(workspace: Workspace, document: DocumentModel, id: string): string[] {
  const names = workspace.namesFor(document);
  const codebook = workspace.codebookOf(document);
  const counts = new Map<string, Map<string, number>>();
  let total = 0;
  for (const other of new Set([document, ...workspace.documentsUsing(nameKey('topic', id))])) {
    if (workspace.codebookOf(other) !== codebook) continue;
    for (const { meaning } of activityIn(workspace, other).topics.get(id) ?? []) {
      total++;
      if (meaning.position === null) continue;
      const byActor = counts.get(meaning.position) ?? new Map<string, number>();
      counts.set(meaning.position, byActor);
      for (const actor of meaning.by) byActor.set(actor, (byActor.get(actor) ?? 0) + 1);
    }
  }
  const lines = [`${total} statement${total === 1 ? '' : 's'} in the workspace`];
  for (const [position, byActor] of counts) {
    const actors = [...byActor].map(
      ([actor, count]) => `${escapeMarkdown(actorName(names, actor))} (${count})`,
    );
    lines.push(`${escapeMarkdown(position)}: ${actors.join(', ')}`);
  }
  return lines;
}
