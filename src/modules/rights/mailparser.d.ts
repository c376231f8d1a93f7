declare module 'mailparser' {
  interface Address {
    readonly name: string;
    readonly address?: string;
  }
  interface Addresses {
    readonly text: string;
    readonly value: readonly Address[];
  }
  export interface ParsedMail {
    readonly messageId?: string;
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly date?: Date;
    readonly from?: Addresses;
    readonly to?: Addresses;
    readonly cc?: Addresses;
    readonly replyTo?: Addresses;
    readonly attachments: readonly { readonly size: number }[];
  }
  export function simpleParser(
    source: Buffer | string,
    options?: {
      readonly skipImageLinks?: boolean;
      readonly skipTextToHtml?: boolean;
      readonly skipHtmlToText?: boolean;
    },
  ): Promise<ParsedMail>;
}
