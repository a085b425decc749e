/**
 * Text as it is compared in a search: width, case, macrons, apostrophes, hyphens and spaces fall away, long vowels are
 * written short (Ōita, Ooita and Oita are one), hiragana becomes katakana, Saint becomes St. Kanji stay.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .normalize('NFD')
    // Latin diacritics only: the marks that voice kana stay.
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/[\s\p{P}\u02bb\u02bc]+/gu, '')
    .replaceAll(/ou|oo/g, 'o')
    .replaceAll('uu', 'u');
