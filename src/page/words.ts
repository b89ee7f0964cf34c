/** A word of the interface, or words by key. */
export type Word = string | Word[] | { [key: string]: Word };

/** Words by their keys. */
export interface Words {
  [key: string]: Word;
}
