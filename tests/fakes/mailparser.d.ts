declare module 'mailparser' {
  export interface ParsedMail {
    readonly messageId?: string;
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly from?: { readonly text: string };
    readonly to?: { readonly text: string };
  }
  export function simpleParser(source: Buffer | string): Promise<ParsedMail>;
}
