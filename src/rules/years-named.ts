/** A year as 2022年. Document numbers, dates and ranges name no year of their own. */
export const yearNamed: RegExp = /(?<![\d〔—～-])(?:19|20)\d\d(?=年)(?!年(?:\d{1,2}月|[—～-]))/g;
