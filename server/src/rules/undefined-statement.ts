import { nearestName } from '../codebook/nearest.ts';
import type { NamePlace } from '../model/facts.ts';
import { changeTo } from './edits.ts';
import type { BlockContext, Rule } from './rule.ts';
import { soundUses } from './sound.ts';

export const undefinedStatement: Rule = {
  name: 'undefined-statement',
  group: 'Names',
  severity: 'error',
  summary: 'A statement is named that does not exist.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const use of soundUses(context, 'statement')) {
      if (context.names.statement(use.id) !== null) continue;
      const slash = use.id.indexOf('/');
      yield slash < 0 ? inDocument(context, use) : elsewhere(context, use, slash);
    }
  },
};

function inDocument(context: BlockContext, use: NamePlace) {
  const ids = () => [...context.document.definedKeys()].map((key) => key.slice('statement:'.length));
  return {
    start: use.start - 1,
    end: use.end,
    message: () => {
      const near = nearestName(use.id, ids());
      const lost =
        use.attribute === '' ? 'so these words belong to no statement' : `so ${use.attribute} points nowhere`;
      return `No statement in this document is called #${use.id}, ${lost}. ${near === null ? 'Correct the name.' : `Did you mean #${near}?`}`;
    },
    fixes: () => changeTo(nearestName(use.id, ids()), use, `#${nearestName(use.id, ids())}`),
  };
}

/** A statement of another document: that document is missing, or only the statement is. */
function elsewhere({ workspace, document, block }: BlockContext, use: NamePlace, slash: number) {
  const [documentId, id] = [use.id.slice(0, slash), use.id.slice(slash + 1)];
  const target = () => workspace.documentNamed(documentId, document);
  const written = use.start + block.text.slice(use.start, use.end).indexOf('/');
  const idRange = { start: written + 1, end: use.end };
  const documentRange = { start: use.start, end: written };
  const nearest = () => {
    const other = target();
    if (other)
      return nearestName(
        id,
        [...other.definedKeys()].map((key) => key.slice('statement:'.length)),
      );
    return nearestName(documentId, workspace.documentIds());
  };
  return {
    start: use.start - 1,
    end: use.end,
    message: () => {
      const near = nearest();
      if (target()) {
        const advice = near === null ? 'Correct the name.' : `Did you mean #${documentId}/${near}?`;
        return `Document ${documentId} has no statement #${id}, so ${use.attribute} points nowhere. ${advice}`;
      }
      if ([...workspace.documentsWithId(documentId)].length > 0) {
        return `Document ${documentId} has no copy by the coder of this one, so ${use.attribute} points nowhere. A reference means the same coder’s copy.`;
      }
      const advice = near === null ? 'Correct its id.' : `Did you mean #${near}/${id}?`;
      return `No document has the id ${documentId}, so ${use.attribute} points nowhere. ${advice}`;
    },
    fixes: () => changeTo(nearest(), target() ? idRange : documentRange),
  };
}
