/** Through what an order was placed (S2-140 to S2-144). */
export const origins = {
  WPA: 'WeChat public account.',
  MINI_PROGRAM: 'Mini program.',
  APP_ANDROID: 'Mobile app on Android.',
  APP_IOS: 'Mobile app on iOS.',
  OTHER: 'Anything else, a till among them.',
} as const satisfies Record<string, string>;

export type Origin = keyof typeof origins;
