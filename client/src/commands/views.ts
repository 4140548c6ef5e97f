/** What is chosen in the views' title bars, and what happens on a click in them. */
import type { LanguageServer } from '../languageServer.ts';
import type { PicturePlace } from '../requests/views.ts';
import type { SideViews } from '../views/sideViews.ts';
import { OPEN_PLACE } from '../views/statementNodes.ts';
import type { Choices } from '../views/viewChoices.ts';
import { openPlace } from './openPlace.ts';

/** The commands by name. */
export function viewCommands(
  server: LanguageServer,
  views: SideViews,
): Record<string, (...args: unknown[]) => unknown> {
  const choose = (choice: Partial<Choices>) => () => views.choices.choose(choice);
  return {
    'demarche.viewDocument': choose({ scope: 'document' }),
    'demarche.viewWorkspace': choose({ scope: 'workspace' }),
    'demarche.groupActorsByKind': choose({ groupActors: 'kind' }),
    'demarche.groupActorsByAffiliation': choose({ groupActors: 'affiliation' }),
    'demarche.listActors': choose({ groupActors: 'none' }),
    'demarche.sortActorsByName': choose({ sortActors: 'name' }),
    'demarche.sortActorsByCount': choose({ sortActors: 'count' }),
    'demarche.groupDemandsByState': choose({ groupDemands: 'state' }),
    'demarche.groupDemandsByAddressee': choose({ groupDemands: 'addressee' }),
    'demarche.groupDemandsByClaimant': choose({ groupDemands: 'claimant' }),
    'demarche.showAllDemands': () => views.filterDemands(undefined),
    'demarche.showMoreRows': (id) => views.showMore(String(id)),
    [OPEN_PLACE]: (place) => openPlace(server, place as PicturePlace),
  };
}
