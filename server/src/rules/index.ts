/** The one table of rules, in the order of the documentation. */
import { missingTitle } from './missing-title.ts';
import type { Rule } from './rule.ts';
import { unclosedTag } from './unclosed-tag.ts';
import { undefinedActor } from './undefined-actor.ts';

const TABLE: readonly Rule[] = [unclosedTag, undefinedActor, missingTitle];

export const RULES: ReadonlyMap<string, Rule> = new Map(TABLE.map((rule) => [rule.name, rule]));
