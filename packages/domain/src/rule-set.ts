/** The version of the rules of cover (specification § 6) that a booking was decided under; raised when one changes. */
export const ruleSet = 'vertretbar-rules/1'
