/** The words of the pages, in the reader's language: a page can't ask for them itself. */
import * as vscode from 'vscode';

export type Words = ReturnType<typeof pageWords>;

export function pageWords() {
  const { t } = vscode.l10n;
  return {
    argument: t('Argument Map'),
    network: t('Actor Network'),
    demands: t('Demand Ledger'),
    tools: t('View controls'),

    // What it is of.
    scope: t('Show'),
    thisText: t('This text'),
    workspace: t('Workspace'),

    // Filters.
    filter: t('Filter'),
    filterCount: t('Filter: {0} chosen'),
    clearFilter: t('Show all'),
    kinds: t('Kinds'),
    claims: t('Claims'),
    demandKind: t('Demands'),
    actors: t('Actors'),
    topics: t('Topics'),
    states: t('States'),
    findChoice: t('Find in the list'),
    noChoices: t('None in the texts'),

    // Finding.
    find: t('Find'),
    findHint: t('Find (/)'),
    foundNone: t('Nothing found'),
    foundOne: t('1 found'),
    foundCount: t('{0} found'),

    // Zoom.
    zoomIn: t('Zoom in (+)'),
    zoomOut: t('Zoom out (-)'),
    zoomReset: t('Actual size (0)'),
    zoomFit: t('Fit the window (F)'),

    // Other tools.
    save: t('Save as…'),
    copyTable: t('Copy table'),
    copied: t('Table copied: {0} rows'),

    // How it stands.
    away: t('The server is away: this is the last that was known.'),
    empty: t('Open a text to see it here, or choose the workspace.'),
    nothing: t('No statements are marked yet.'),
    nothingFiltered: t('Nothing fits the filter.'),
    noDemands: t('No demands are marked yet.'),
    oneStatement: t('1 statement'),
    statementCount: t('{0} statements'),
    oneActor: t('1 actor'),
    actorCount: t('{0} actors'),
    oneDemand: t('1 demand'),
    demandCount: t('{0} demands'),
    shownOf: t('{0} of {1}'),

    // The ledger.
    demand: t('Demand'),
    claimant: t('Claimant'),
    addressee: t('Addressee'),
    topic: t('Topic'),
    strength: t('Strength'),
    date: t('Date'),
    until: t('Deadline'),
    state: t('State'),
    document: t('Text'),
    replies: t('Replies'),
    nobody: t('nobody named'),
    untilDate: t('until {0}'),

    // What became of a demand.
    open: t('open'),
    accede: t('done'),
    agree: t('agreed'),
    negotiate: t('talks offered'),
    counter: t('countered'),
    decline: t('declined'),
    reject: t('rejected'),
    refuse: t('refused'),
    withdraw: t('withdrawn'),

    // How hard a demand is.
    appeal: t('appeal'),
    demandStrength: t('demand'),
    threat: t('threat'),
    ultimatum: t('ultimatum'),
  };
}
