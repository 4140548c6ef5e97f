/** The one table of rules, in the order of the documentation. */
import { ambiguousAlias } from './ambiguous-alias.ts';
import { answeredByStranger } from './answered-by-stranger.ts';
import { answersNoDemand } from './answers-no-demand.ts';
import { circularSupport } from './circular-support.ts';
import { conflictMarker } from './conflict-marker.ts';
import { conflictingResponse } from './conflicting-response.ts';
import { dateAfterDocument } from './date-after-document.ts';
import { deadlineBeforeDate } from './deadline-before-date.ts';
import { demandToSelf } from './demand-to-self.ts';
import { demandWithoutAddressee } from './demand-without-addressee.ts';
import { duplicateActor } from './duplicate-actor.ts';
import { duplicateAttribute } from './duplicate-attribute.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyTag } from './empty-tag.ts';
import { headingSkipsLevel } from './heading-skips-level.ts';
import { inconsistentPosition } from './inconsistent-position.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidValue } from './invalid-value.ts';
import { invalidYaml } from './invalid-yaml.ts';
import { lookalikeSign } from './lookalike-sign.ts';
import { malformedAttribute } from './malformed-attribute.ts';
import { mentionMismatch } from './mention-mismatch.ts';
import { misplacedAttribute } from './misplaced-attribute.ts';
import { missingAttribute } from './missing-attribute.ts';
import { missingColon } from './missing-colon.ts';
import { missingDate } from './missing-date.ts';
import { missingTitle } from './missing-title.ts';
import { nestingTooDeep } from './nesting-too-deep.ts';
import { policyClaimWithAddressee } from './policy-claim-with-addressee.ts';
import { positionWithoutTopic } from './position-without-topic.ts';
import { responseWithoutAnswers } from './response-without-answers.ts';
import type { Rule } from './rule.ts';
import { selfRelation } from './self-relation.ts';
import { strayBrace } from './stray-brace.ts';
import { supportsAndRebuts } from './supports-and-rebuts.ts';
import { textChanged } from './text-changed.ts';
import { tooManyValues } from './too-many-values.ts';
import { ultimatumWithoutCondition } from './ultimatum-without-condition.ts';
import { unansweredDemand } from './unanswered-demand.ts';
import { unattributedQuotation } from './unattributed-quotation.ts';
import { unclosedHead } from './unclosed-head.ts';
import { unclosedMemo } from './unclosed-memo.ts';
import { unclosedTag } from './unclosed-tag.ts';
import { undefinedActor } from './undefined-actor.ts';
import { undefinedStatement } from './undefined-statement.ts';
import { undefinedTopic } from './undefined-topic.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownTag } from './unknown-tag.ts';
import { untaggedMention } from './untagged-mention.ts';
import { unusedActor } from './unused-actor.ts';
import { unusedTopic } from './unused-topic.ts';
import { uselessIgnore } from './useless-ignore.ts';

const SYNTAX: readonly Rule[] = [
  unclosedTag,
  missingColon,
  unknownTag,
  strayBrace,
  unclosedMemo,
  malformedAttribute,
  duplicateAttribute,
  unclosedHead,
  invalidYaml,
  nestingTooDeep,
  lookalikeSign,
  conflictMarker,
  emptyTag,
];

const NAMES: readonly Rule[] = [
  undefinedActor,
  undefinedStatement,
  undefinedTopic,
  duplicateId,
  duplicateActor,
  ambiguousAlias,
  unknownAttribute,
  invalidValue,
  misplacedAttribute,
  tooManyValues,
  invalidDate,
  dateAfterDocument,
  unknownKey,
  missingAttribute,
  unusedActor,
  unusedTopic,
];

const SENSE: readonly Rule[] = [
  demandWithoutAddressee,
  demandToSelf,
  positionWithoutTopic,
  responseWithoutAnswers,
  answersNoDemand,
  answeredByStranger,
  selfRelation,
  circularSupport,
  supportsAndRebuts,
  inconsistentPosition,
  conflictingResponse,
  unansweredDemand,
  policyClaimWithAddressee,
  ultimatumWithoutCondition,
  deadlineBeforeDate,
];

const COVERAGE: readonly Rule[] = [
  untaggedMention,
  mentionMismatch,
  unattributedQuotation,
  headingSkipsLevel,
];

const HEAD: readonly Rule[] = [missingTitle, missingDate];

const CODER: readonly Rule[] = [uselessIgnore, textChanged];

/** All rules by name, in the order of the table. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [...SYNTAX, ...NAMES, ...SENSE, ...COVERAGE, ...HEAD, ...CODER].map((rule) => [rule.name, rule]),
);
