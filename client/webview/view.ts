/** A view put together: its tools, what it shows, and the line that says how it stands. */
import type { PictureChoices } from '../../server/src/lsp/requests/index.ts';
import { NO_FILTER, type Subject, type ToPage } from '../src/pictures/messages.ts';
import { copyTable } from './clipboard.ts';
import { drawPng } from './draw.ts';
import { create, fill, iconButton } from './elements.ts';
import { type ChoiceList, Filters } from './filters.ts';
import { Finder } from './finder.ts';
import type { Host } from './host.ts';
import { icon } from './icons.ts';
import { LedgerView } from './ledger.ts';
import { PictureView } from './picture.ts';
import { ScopeSwitch } from './scope.ts';
import { STATES, stateWord } from './states.ts';
import { Status } from './status.ts';
import { toCsv } from './tableText.ts';
import { zoomTools } from './zoomTools.ts';

type Start = Extract<ToPage, { type: 'start' }>;

const NO_CHOICES: PictureChoices = { actors: [], topics: [] };

/** Builds the page. @returns what takes the panel's messages from then on */
export function startView(host: Host, start: Start): (message: ToPage) => void {
  return start.view === 'demands' ? startLedger(host, start) : startPicture(host, start);
}

function startPicture(host: Host, { view, words, filter }: Start): (message: ToPage) => void {
  const page = new Page(host, words, filter);
  const zoomLabel = create('span');
  const picture = new PictureView(host, words[view], (zoom) => {
    zoomLabel.textContent = `${Math.round(zoom * 100)} %`;
  });
  const finder = new Finder(picture, words, (text) => page.tellFound(text));
  page.build(words[view], finder, picture.stage, zoomTools(picture.zoom, zoomLabel, words));
  document.addEventListener('keydown', (event) => zoomByKeys(event, picture));

  return (message) => {
    switch (message.type) {
      case 'picture': {
        const { choices, note, subject } = message;
        if (!picture.show(message)) return;
        page.showChoices(choices, true);
        page.tell(subject, [countOf(picture, words) ?? page.emptyWord(words.nothing), note]);
        finder.again();
        break;
      }
      case 'highlight':
        picture.highlight(message.keys, message.reveal);
        break;
      case 'draw':
        void drawPng(message.svg).then((png) => host.post({ type: 'drawn', png }));
        break;
      default:
        page.receive(message);
    }
  };
}

function startLedger(host: Host, { language, words, filter }: Start): (message: ToPage) => void {
  const page = new Page(host, words, filter);
  const ledger = new LedgerView(host, words, language);
  const finder = new Finder(ledger, words, (text) => page.tellFound(text));
  const copy = iconButton(icon('copy'), words.copyTable, () => {
    const rows = ledger.texts();
    void copyTable(host, rows).then(() => page.tellFound(fill(words.copied, rows.length - 1)));
  });
  page.build(words.demands, finder, ledger.stage, [copy]);

  let shown: Extract<ToPage, { type: 'ledger' }> | undefined;
  const show = (): void => {
    if (!shown) return;
    const counts = ledger.counts();
    const states = STATES.filter((state) => counts.has(state) || ledger.states.has(state));
    page.showChoices(shown.choices, false, {
      name: 'states',
      title: words.states,
      choices: states.map((id) => ({ id, name: stateWord(id, words), count: counts.get(id) ?? 0 })),
      chosen: ledger.states,
    });
    const rows = ledger.visible();
    const count = ledger.demands === 1 ? words.oneDemand : fill(words.demandCount, ledger.demands);
    const some = rows.length < ledger.size ? fill(words.shownOf, LedgerView.demandsOf(rows), count) : count;
    page.tell(shown.subject, [ledger.size === 0 ? page.emptyWord(words.noDemands) : some]);
  };
  page.onStates((states) => {
    ledger.choose(states);
    show();
  });

  return (message) => {
    switch (message.type) {
      case 'ledger':
        shown = message;
        ledger.show(message.rows, message.subject.workspace);
        show();
        finder.again();
        break;
      case 'highlight':
        ledger.highlight(message.keys, message.reveal);
        break;
      case 'makeTable':
        host.post({ type: 'table', csv: toCsv(ledger.texts()) });
        break;
      default:
        page.receive(message);
    }
  };
}

/** How much there is in a picture, in words; null for nothing. */
function countOf(picture: PictureView, words: Start['words']): string | null {
  const things = picture.things();
  const actors = things.filter((thing) => thing.classList.contains('actor')).length;
  if (actors > 0) return actors === 1 ? words.oneActor : fill(words.actorCount, actors);
  if (things.length === 0) return null;
  return things.length === 1 ? words.oneStatement : fill(words.statementCount, things.length);
}

/** What all views have in common. */
class Page {
  readonly #host: Host;
  readonly #words: Start['words'];
  readonly #status = new Status();
  readonly #scope: ScopeSwitch;
  readonly #filters: Filters;
  #filter: Start['filter'];
  #choices: PictureChoices = NO_CHOICES;
  #withKinds = false;
  #states: ChoiceList | undefined;
  #chooseStates: (states: readonly string[]) => void = () => {};
  /** What is shown, in words; what was found stands before it for as long as something is looked for. */
  #shown = '';

  constructor(host: Host, words: Start['words'], filter: Start['filter']) {
    this.#host = host;
    this.#words = words;
    this.#filter = filter;
    this.#scope = new ScopeSwitch(words, host.state.workspace, (workspace) => {
      host.post({ type: 'scope', workspace });
    });
    this.#filters = new Filters(
      words,
      (name, chosen) => this.#choose(name, chosen),
      () => this.#clear(),
    );
  }

  build(label: string, finder: Finder, stage: HTMLElement, tools: readonly HTMLElement[]): void {
    const save = iconButton(icon('save'), this.#words.save, () => this.#host.post({ type: 'save' }));
    const bar = create('header', { class: 'tools', 'aria-label': this.#words.tools });
    const group = create('div', { class: 'group' }, ...tools, save);
    bar.append(create('h1', {}, label), this.#scope.element, this.#filters.element, finder.element, group);
    document.body.append(bar, stage, this.#status.element);
    document.title = label;
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || isWriting(event)) return;
      event.preventDefault();
      finder.element.focus();
      finder.element.select();
    });
  }

  onStates(choose: (states: readonly string[]) => void): void {
    this.#chooseStates = choose;
  }

  showChoices(choices: PictureChoices, withKinds: boolean, states?: ChoiceList): void {
    this.#choices = choices;
    this.#withKinds = withKinds;
    this.#states = states;
    const { actors, topics, kinds } = this.#filter;
    const words = this.#words;
    const lists: ChoiceList[] = [
      { name: 'actors', title: words.actors, choices: choices.actors, chosen: new Set(actors) },
      { name: 'topics', title: words.topics, choices: choices.topics, chosen: new Set(topics) },
    ];
    if (states) lists.unshift(states);
    if (withKinds) {
      const each = [
        { id: 'claim', name: words.claims, count: null },
        { id: 'demand', name: words.demandKind, count: null },
      ];
      lists.unshift({ name: 'kinds', title: words.kinds, choices: each, chosen: new Set<string>(kinds) });
    }
    this.#filters.show(lists);
  }

  /** Says what is shown, and keeps it for a reload. */
  tell(subject: Subject, parts: readonly (string | null)[]): void {
    this.#keep(subject);
    const name = subject.workspace ? this.#words.workspace : (subject.document ?? '');
    this.#shown = [name, ...parts].filter(Boolean).join(' · ');
    this.#status.say(this.#shown);
  }

  tellFound(found: string): void {
    this.#status.say(found === '' ? this.#shown : found);
  }

  /** What to say where nothing is shown. */
  emptyWord(word: string): string {
    const { actors, topics, kinds } = this.#filter;
    const isFiltered = actors.length + topics.length + kinds.length > 0;
    return isFiltered ? this.#words.nothingFiltered : word;
  }

  receive(message: ToPage): void {
    if (message.type !== 'standing') return;
    this.#keep(message.subject);
    const { away, empty } = this.#words;
    if (message.standing === 'away') this.#status.say(away, true);
    else if (message.standing === 'empty') this.#status.say(empty, true);
    else this.#status.say(this.#shown);
  }

  #keep({ workspace, uri }: Subject): void {
    this.#host.keep({ workspace, uri, filter: this.#filter });
    this.#scope.show(workspace);
  }

  #choose(name: string, chosen: readonly string[]): void {
    if (name === 'states') this.#chooseStates(chosen);
    else this.#setFilter({ ...this.#filter, [name]: chosen });
  }

  #clear(): void {
    if (this.#states?.chosen.size) this.#chooseStates([]);
    this.#setFilter(NO_FILTER);
  }

  #setFilter(filter: Start['filter']): void {
    this.#filter = filter;
    this.#host.keep({ filter });
    this.#host.post({ type: 'filter', filter });
    this.showChoices(this.#choices, this.#withKinds, this.#states);
  }
}

function zoomByKeys(event: KeyboardEvent, { zoom }: PictureView): void {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') zoom.in();
  else if (event.key === '-') zoom.out();
  else if (event.key === '0') zoom.reset();
  else if (event.key === 'f') zoom.fit();
}

function isWriting({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
