/** As much as the tests use of it. */
declare module 'sax' {
  interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  interface Parser {
    onerror: (error: Error) => void;
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(isStrict: boolean): Parser };
  export default sax;
}
