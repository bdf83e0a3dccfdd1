/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ReplayStores($after: String) { stores(first: 100, after: $after) { edges { node { id code currency } } pageInfo { hasNextPage endCursor } } }": typeof types.ReplayStoresDocument,
    "\n  mutation ReplayStoreCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { id code currency } userErrors { code message } } }": typeof types.ReplayStoreCreateDocument,
    "\n  mutation ReplayProductSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code message } } }": typeof types.ReplayProductSaveDocument,
    "\n  mutation ReplayCustomerSave($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { code message } } }": typeof types.ReplayCustomerSaveDocument,
    "query ReplayCounts($storeId: ID!) { storeOrderCounts(storeId: $storeId) { total totalAmount { amount } } }": typeof types.ReplayCountsDocument,
    "\n  mutation ReplayReturn($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { status } userErrors { code message path } } }": typeof types.ReplayReturnDocument,
    "\n  mutation ReplayCart($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } userErrors { code message path } } }": typeof types.ReplayCartDocument,
    "\n  mutation ReplayPlace($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id status } userErrors { code message path } } }": typeof types.ReplayPlaceDocument,
    "\n  mutation ReplayPayAndComplete($pay: OrderPayCashInput!, $complete: OrderStepInput!) {\n    orderPayCash(input: $pay) { userErrors { code message path } }\n    orderComplete(input: $complete) { userErrors { code message path } }\n  }": typeof types.ReplayPayAndCompleteDocument,
    "\n  mutation ReplayComplete($complete: OrderStepInput!) { orderComplete(input: $complete) { userErrors { code message path } } }": typeof types.ReplayCompleteDocument,
    "query EdgesCart($id: ID!) { cart(id: $id) { id order { id } quote { total { amount } points { balance } } } node(id: $id) { id } }": typeof types.EdgesCartDocument,
    "mutation EdgesRing($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id } userErrors { message } } }": typeof types.EdgesRingDocument,
    "mutation EdgesFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { code path message } } }": typeof types.EdgesFromCartsDocument,
    "mutation EdgesDismiss($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { message } } }": typeof types.EdgesDismissDocument,
    "query EdgesQuote($input: QuoteInput!) { quote(input: $input) { total { amount } } }": typeof types.EdgesQuoteDocument,
    "\n  query EdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    order(id: $id, number: $number, uid: $uid, storeId: $storeId) { id items { name } history { type } payments { number } refunds { number } customer { email } contact { name } billing { name } assignments { outcome } asOf(at: \"2999-01-01T00:00:00.000Z\") { id } }\n  }": typeof types.EdgesSeeDocument,
    "query EdgesNode($id: ID!) { node(id: $id) { kind: __typename id } }": typeof types.EdgesNodeDocument,
    "query EdgesMembers($id: ID!) { store(id: $id) { code members { name } } }": typeof types.EdgesMembersDocument,
    "query EdgesCounts($id: ID!) { storeOrderCounts(storeId: $id) { total payPending: handlePending totalAmount { amount } byStatus { count } } }": typeof types.EdgesCountsDocument,
    "mutation EdgesSaveMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { store { id } userErrors { code message path } } }": typeof types.EdgesSaveMemberDocument,
    "mutation EdgesRemoveMember($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": typeof types.EdgesRemoveMemberDocument,
    "mutation EdgesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id } userErrors { code } } }": typeof types.EdgesRejectDocument,
    "subscription EdgesStoreFeed($id: ID!, $after: String) { storeFeed(storeId: $id, after: $after) { orderId event { type } order { number } } }": typeof types.EdgesStoreFeedDocument,
    "subscription EdgesOrderFeed($id: ID!, $after: String) { orderUpdated(orderId: $id, after: $after) { orderId event { type } order { number } } }": typeof types.EdgesOrderFeedDocument,
    "query EdgesThroughOrder($id: ID!) { order(id: $id) { store { current { members { name } } } } }": typeof types.EdgesThroughOrderDocument,
    "query EdgesPlace($id: ID!) { store(id: $id) { myMembership { name role maySetPrice } } }": typeof types.EdgesPlaceDocument,
    "query EdgesSku($code: String!) { sku(code: $code) { id product { id } } }": typeof types.EdgesSkuDocument,
    "\n  query ServiceEdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    customerService(id: $id, number: $number, uid: $uid, storeId: $storeId) { id returns { name orderItem { seq } } exchanges { name } refunds { number } log { type } customer { email } order { id number } }\n  }": typeof types.ServiceEdgesSeeDocument,
    "query ServiceEdgesCounts($storeId: ID) { customerServiceCounts(storeId: $storeId) { total byStatus { count } } }": typeof types.ServiceEdgesCountsDocument,
    "mutation ServiceEdgesRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": typeof types.ServiceEdgesRemoveDocument,
    "subscription ServiceEdgesFeed($id: ID!, $after: String) { customerServiceFeed(storeId: $id, after: $after) { event { type } customerService { number } counts { total } } }": typeof types.ServiceEdgesFeedDocument,
    "mutation CartWithdraw($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.CartWithdrawDocument,
    "query CartsMine($first: Int!, $after: String, $storeId: ID) { myCarts(first: $first, after: $after, storeId: $storeId) { edges { node { id } } pageInfo { hasNextPage endCursor } } }": typeof types.CartsMineDocument,
    "query CartGone($id: ID!) { node(id: $id) { id } myCarts { edges { node { id } } } }": typeof types.CartGoneDocument,
    "query CartTill($storeId: ID!) { tillCarts(storeId: $storeId) { edges { node { id } } } }": typeof types.CartTillDocument,
    "mutation HandRing($input: OrderPlaceFromCartInStoreInput!) {\n  orderPlaceFromCartInStore(input: $input) { order { id total { amount } items { seq priceReason priceSetBy { id name } } history { type actorName comment } } userErrors { code message path } } }": typeof types.HandRingDocument,
    "query HandSetter($id: ID!) { cart(id: $id) { lines { priceSetBy { name } } } }": typeof types.HandSetterDocument,
    "query HandMine { myOrders { edges { node { items { priceReason priceSetBy { name } } } } } }": typeof types.HandMineDocument,
    "mutation SameProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.SameProductsDocument,
    "mutation SameTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": typeof types.SameTemplateDocument,
    "mutation SameAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": typeof types.SameAssignDocument,
    "mutation QuoteProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.QuoteProductsDocument,
    "mutation QuoteTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": typeof types.QuoteTemplateDocument,
    "mutation QuoteAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": typeof types.QuoteAssignDocument,
    "mutation QuotedCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } } userErrors { code } } }": typeof types.QuotedCartsDocument,
    "mutation QuotedOnce($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { userErrors { code } } }": typeof types.QuotedOnceDocument,
    "query QuotedAfter($id: ID!) { cart(id: $id) { state quote { total { amount } } order { total { amount } } } }": typeof types.QuotedAfterDocument,
    "mutation CurrencyOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { currency } userErrors { code message path } } }": typeof types.CurrencyOrderDocument,
    "query CurrencyQuote($input: QuoteInput!) { quote(input: $input) { currency } }": typeof types.CurrencyQuoteDocument,
    "mutation CatalogueSave($input: ProductSaveInput!) { productSave(input: $input) { productIds userErrors { code path message } } }": typeof types.CatalogueSaveDocument,
    "\n  query CatalogueRead($code: String!) { sku(code: $code) { id code options { name value } components { quantity sku { code product { code } } } product { code attributes { name value } } } }": typeof types.CatalogueReadDocument,
    "\n  mutation RateSave($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { exchangeRate { currency baseCurrency rate validFrom } userErrors { code path } } }": typeof types.RateSaveDocument,
    "query Rates($at: DateTime) { exchangeRates(at: $at) { currency baseCurrency rate } }": typeof types.RatesDocument,
    "\n  query RateHistory($currency: CurrencyCode!, $first: Int, $after: String) { exchangeRateHistory(currency: $currency, first: $first, after: $after) { edges { node { rate } } pageInfo { hasNextPage endCursor } } }": typeof types.RateHistoryDocument,
    "query RateInfo($code: CurrencyCode!, $locale: String) { currencyInfo(code: $code) { code decimals rate symbol(locale: $locale) } }": typeof types.RateInfoDocument,
    "query RateOfOrder($id: ID!) { order(id: $id) { exchangeRate total { currency } } }": typeof types.RateOfOrderDocument,
    "mutation PricesSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code path message } } }": typeof types.PricesSaveDocument,
    "\n  query PriceOf($sku: String!, $currency: CurrencyCode, $quantity: Int, $storeId: ID) { priceOf(sku: $sku, currency: $currency, quantity: $quantity, storeId: $storeId) {\n    sku { code } quantity unitBasePrice { amount formatted(locale: \"en-US\") } unitPrice { amount } total { amount formatted(locale: \"en-US\") } discount { amount } discounted validFrom validUntil lossAllowed unitCost { amount }\n    currencyInfo { code decimals symbol(locale: \"zh-CN\") rate } } }": typeof types.PriceOfDocument,
    "\n  query PriceList($code: String!) { sku(code: $code) { prices { currency storeId minimumQuantity listPrice { amount } salePrice { amount } terms { reducedPrice { amount } saleFrom saleUntil unitCost { amount } lossAllowed } } } }": typeof types.PriceListDocument,
    "\n  mutation DueWorkCancel($input: OrderCancelInput!) { orderCancel(input: $input) { order { status } userErrors { code } } }": typeof types.DueWorkCancelDocument,
    "\n  mutation DueWorkShip($input: OrderShipInput!) { orderShip(input: $input) { userErrors { code } } }": typeof types.DueWorkShipDocument,
    "query OnceStoreVersion($id: ID!) { store(id: $id) { version } }": typeof types.OnceStoreVersionDocument,
    "\n  mutation RacesAccept($input: OrderStepInput!) { orderAccept(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }": typeof types.RacesAcceptDocument,
    "\n  mutation RacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }": typeof types.RacesCancelDocument,
    "\n  mutation RacesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id version status } userErrors { __typename code } } }": typeof types.RacesRejectDocument,
    "\n  mutation RacesAddClerk($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }": typeof types.RacesAddClerkDocument,
    "\n      mutation PaymentRacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) { userErrors { code } } }": typeof types.PaymentRacesCancelDocument,
    "mutation KillSell($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }": typeof types.KillSellDocument,
    "mutation KillPay($id: ID!) { orderStartPayment(input: { orderId: $id, tender: SANDBOX }) { payment { number clientParameters { name value } } } }": typeof types.KillPayDocument,
    "mutation KillComplete($id: ID!) { orderComplete(input: { orderId: $id }) { userErrors { code } } }": typeof types.KillCompleteDocument,
    "\n  mutation KillReturn($id: ID!) { customerServiceCreate(input: { orderId: $id, type: RETURN, reason: \"Broken\", goodsHandedIn: true }) { customerService { id number } userErrors { code } } }": typeof types.KillReturnDocument,
    "\n  mutation KillRefund($input: CustomerServiceRefundInput!) { customerServiceRefund(input: $input) { customerService { status } userErrors { code } } }": typeof types.KillRefundDocument,
    "\n  mutation CrashPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { replayed order { id number } userErrors { code } } }": typeof types.CrashPlaceDocument,
    "\n  mutation CrashCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { replayed order { version paidTotal { amount } } userErrors { code } } }": typeof types.CrashCashDocument,
    "\n  query CrashRead($number: String!) { order(number: $number) { uid version status paidTotal { amount } payments { number } items { seq quantity } history { version type } } }": typeof types.CrashReadDocument,
    "\n  query CrashCount($storeId: ID!) { storeOrders(storeId: $storeId, first: 1) { totalCount } }": typeof types.CrashCountDocument,
    "\n    mutation CrashStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }": typeof types.CrashStoreDocument,
    "\n    mutation CrashMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }": typeof types.CrashMemberDocument,
    "\n    mutation CrashProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }": typeof types.CrashProductDocument,
    "\n  query RacingOptions($id: ID!) {\n    order(id: $id) {\n      amountDue { amount } items { seq quantity } availableCustomerServices { type enabled }\n      customerServices { id status availableActions { action enabled } returns { seq quantity } refundFee { amount } }\n    }\n  }": typeof types.RacingOptionsDocument,
    "query Record($id: ID!) { customerService(id: $id) { status refused\n  returns { seq skuId productId weightGrams unitCost { amount } orderItem { seq skuId productId weightGrams unitCost { amount } } } exchanges { skuId productId weightGrams unitCost { amount } orderItem { seq } } } }": typeof types.RecordDocument,
    "\n  mutation BookSave($input: AddressSaveInput!) { addressSave(input: $input) { address { id isDefault title name givenName familyName phone email address { country province city district street detail zip } } userErrors { code path } } }": typeof types.BookSaveDocument,
    "mutation BookDelete($input: AddressDeleteInput!) { addressDelete(input: $input) { addressId userErrors { code path } } }": typeof types.BookDeleteDocument,
    "query BookList { myAddresses { id isDefault name } }": typeof types.BookListDocument,
    "query FindCustomer($subject: String, $memberNumber: String, $brandCode: String) {\n  customer(subject: $subject, memberNumber: $memberNumber, brandCode: $brandCode) { id subject name } }": typeof types.FindCustomerDocument,
    "mutation FindSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code } } }": typeof types.FindSaveDocument,
    "query FindThrough($id: ID!) { order(id: $id) { customer { name subject } } }": typeof types.FindThroughDocument,
    "\n  mutation LedgerAdjust($input: LedgerAdjustInput!) {\n    ledgerAdjust(input: $input) { entry { id account reason change { points money { amount currency } } balanceAfter { points money { amount } } orderId note } userErrors { code path message } } }": typeof types.LedgerAdjustDocument,
    "\n  query LedgerStatement($customerId: ID, $account: LedgerAccount, $currency: CurrencyCode, $first: Int, $after: String) {\n    ledgerStatement(customerId: $customerId, account: $account, currency: $currency, first: $first, after: $after) {\n      balance { points money { amount currency } } pageInfo { hasNextPage endCursor } edges { cursor node { id change { points money { amount } } balanceAfter { points money { amount } } note } } } }": typeof types.LedgerStatementDocument,
    "\n  query LedgerMe { me { pointsBalance pointsReserved pointsEarned pointsSpent walletBalance { amount currency } yen: walletBalance(currency: \"JPY\") { amount } walletBalances { amount currency } } }": typeof types.LedgerMeDocument,
    "query LedgerThroughOrder($id: ID!) { order(id: $id) { customer { pointsBalance walletBalance { amount } walletBalances { amount } } } }": typeof types.LedgerThroughOrderDocument,
    "mutation MemberSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds dryRun userErrors { code path message } } }": typeof types.MemberSaveDocument,
    "\n  mutation TierSave($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { tier {\n    code name isDefault discountPercent birthdayDiscountPercent canRedeemPoints minimumPoints maximumPointsPercent pointsPerUnit earnPercent currencies { currency pointsPerUnit birthdayMaximum { amount } } } userErrors { code path } } }": typeof types.TierSaveDocument,
    "query TierList { customerTiers { code isDefault discountPercent } }": typeof types.TierListDocument,
    "mutation TierProfiles($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code path message } } }": typeof types.TierProfilesDocument,
    "\n  query TierMe { me { name phone email country givenName familyName memberNumber brandCode cardType tier { code } personal { gender birthday { month day year } married timeZone } } }": typeof types.TierMeDocument,
    "query TierThroughOrder($id: ID!) { order(id: $id) { customer { memberNumber personal { married } } } }": typeof types.TierThroughOrderDocument,
    "mutation TierPoints($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { code } } }": typeof types.TierPointsDocument,
    "query DocumentsStore { myStores { id } }": typeof types.DocumentsStoreDocument,
    "query DocumentsCustomer { me { id } }": typeof types.DocumentsCustomerDocument,
    "mutation DocumentsOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }": typeof types.DocumentsOrderDocument,
    "mutation DocumentsSale($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }": typeof types.DocumentsSaleDocument,
    "mutation DocumentsDone($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }": typeof types.DocumentsDoneDocument,
    "query DocumentsAddress { myAddresses { id } }": typeof types.DocumentsAddressDocument,
    "mutation FreightProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.FreightProductDocument,
    "\n  mutation FreightSave($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code name currency unit deliveryTypes origin { country province city }\n    rules { regions served firstUnits firstFee { amount } additionalUnits additionalFee { amount } freeFromAmount { amount } freeFromPieces } } userErrors { code path } } }": typeof types.FreightSaveDocument,
    "mutation FreightAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { template { code } userErrors { code path message } } }": typeof types.FreightAssignDocument,
    "\n  query FreightQuoted($input: FreightQuoteInput!) { freightQuote(input: $input) { destination { country province city } deliverable total { amount currency } unavailableSkus\n    charges { templateCode name seqs fee { amount } fullFee { amount } free missingAmount { amount } missingPieces deliverable reason } } }": typeof types.FreightQuotedDocument,
    "query FreightAssigned($code: String!) { sku(code: $code) { product { freightTemplates { code } } } }": typeof types.FreightAssignedDocument,
    "query FreightList($first: Int, $after: String) { freightTemplates(first: $first, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }": typeof types.FreightListDocument,
    "mutation CountFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { message } } }": typeof types.CountFromCartsDocument,
    "query CountCost($first: Int!) { myCarts(first: $first) { edges { node { quote { total { amount } } } } } }": typeof types.CountCostDocument,
    "mutation CountChange($input: CartChangeLineInput!) { cartChangeLine(input: $input) { cart { lines { seq } } } }": typeof types.CountChangeDocument,
    "\n  query CompanyBoard($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { id kind } } }\n    storeOrderCounts(storeId: $storeId) { total payPending closed totalAmount { amount currency } }\n  }": typeof types.CompanyBoardDocument,
    "\n  query WalkList($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.WalkListDocument,
    "\n  query SearchStore($storeId: ID!, $filter: OrderFilter, $sort: OrderSort! = CREATED) { storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { number } } } }": typeof types.SearchStoreDocument,
    "query SearchOwn($filter: OrderFilter) { myOrders(filter: $filter) { totalCount edges { node { number } } } }": typeof types.SearchOwnDocument,
    "query SearchAll($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { number } } } }": typeof types.SearchAllDocument,
    "\n  mutation FeedAccessAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }": typeof types.FeedAccessAcceptDocument,
    "\n  mutation FeedAccessReject($input: OrderRejectInput!) { orderReject(input: $input) { userErrors { code } } }": typeof types.FeedAccessRejectDocument,
    "\n  mutation FeedAccessAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { userErrors { code } } }": typeof types.FeedAccessAssignDocument,
    "\n  mutation FeedAccessRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": typeof types.FeedAccessRemoveDocument,
    "query FeedAccessCursor { feedCursor }": typeof types.FeedAccessCursorDocument,
    "query FollowList($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { id } } } }": typeof types.FollowListDocument,
    "query FollowCursor { feedCursor }": typeof types.FollowCursorDocument,
    "\n  mutation ReconnectCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { code } } }": typeof types.ReconnectCashDocument,
    "\n  mutation ReconnectComplete($input: OrderStepInput!) { orderComplete(input: $input) { userErrors { code } } }": typeof types.ReconnectCompleteDocument,
    "\n      mutation SeveralServersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": typeof types.SeveralServersRemoveDocument,
    "query CouponsMine($usable: Boolean!, $first: Int!, $after: String) { myCoupons(usable: $usable, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code state source usedAt usedByOrderId expiresAt definition { code name effect { percent } } } } } }": typeof types.CouponsMineDocument,
    "mutation CouponsIssue($input: CouponIssueInput!) { couponIssue(input: $input) { couponIds userErrors { code path } } }": typeof types.CouponsIssueDocument,
    "mutation CouponsDisable($input: CouponDisableInput!) { couponDisable(input: $input) { definition { version disabledAt } userErrors { code path } } }": typeof types.CouponsDisableDocument,
    "query CouponsNode($id: ID!) { node(id: $id) { kind: __typename id } }": typeof types.CouponsNodeDocument,
    "query CouponsDefinitions { couponDefinitions(first: 2) { pageInfo { hasNextPage } edges { node { code } } } }": typeof types.CouponsDefinitionsDocument,
    "mutation LiveDisable($input: OfferDisableInput!) { offerDisable(input: $input) { userErrors { code } } }": typeof types.LiveDisableDocument,
    "mutation LiveRehearse($input: OfferSaveInput!) { offerSave(input: $input) { offer { code } userErrors { code } } }": typeof types.LiveRehearseDocument,
    "mutation OffersDisable($input: OfferDisableInput!) { offerDisable(input: $input) { offer { code version disabledAt } userErrors { code path } } }": typeof types.OffersDisableDocument,
    "query OffersOne($id: ID, $code: String) { offer(id: $id, code: $code) { code } }": typeof types.OffersOneDocument,
    "query OffersList($first: Int!, $after: String, $storeId: ID, $inForce: Boolean) { offers(first: $first, after: $after, storeId: $storeId, inForce: $inForce) { pageInfo { hasNextPage endCursor } edges { node { code } } } }": typeof types.OffersListDocument,
    "query OffersNode($id: ID!) { node(id: $id) { id ... on Offer { code } } }": typeof types.OffersNodeDocument,
    "mutation SkuOffersProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message path } } }": typeof types.SkuOffersProductDocument,
    "query SkuOffers($code: String!, $storeId: ID, $currency: CurrencyCode) { sku(code: $code) { offers(storeId: $storeId, currency: $currency) { offer { code stores { id } } salePrice { amount currency } } } }": typeof types.SkuOffersDocument,
    "query SkuOffersPage($first: Int!, $storeId: ID) { products(first: $first) { edges { node { skus { offers(storeId: $storeId) { offer { name stores { code } } salePrice { amount } } } } } } }": typeof types.SkuOffersPageDocument,
    "\n  mutation CancelOrder($input: OrderCancelInput!) {\n    orderCancel(input: $input) { order { status version payment refundedTotal { amount } } userErrors { __typename code path } }\n  }": typeof types.CancelOrderDocument,
    "\n  mutation CancelPayCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { order { status payment version } userErrors { code path } } }": typeof types.CancelPayCashDocument,
    "mutation CancelAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }": typeof types.CancelAcceptDocument,
    "\n  query CancelFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment paidTotal { amount } refundedTotal { amount } canceledAt version\n      payments { state refunded { amount } } refunds { state reason amount { amount } settledAt }\n      history { type fromStatus toStatus actorRole actorName comment at }\n    }\n  }": typeof types.CancelFactsDocument,
    "mutation ChosenMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }": typeof types.ChosenMemberDocument,
    "query ChosenQuote($input: QuoteInput!) { quote(input: $input) { total { amount } coupon { code applies reason } coupons { code } } }": typeof types.ChosenQuoteDocument,
    "query CopiesKept($id: ID!) { order(id: $id) {\n  buyer { name phone memberNumber brandCode cardType } customerTerms { pointsPerUnit }\n  coupon { code name effect { kind percent } minimumPieces minimumAmount { amount } maximumDiscount { amount } endsAt } } }": typeof types.CopiesKeptDocument,
    "query CopiesSales { me { salesTotals { amount currency } } }": typeof types.CopiesSalesDocument,
    "\n  query CountStore($storeId: ID!) {\n    storeOrderCounts(storeId: $storeId) {\n      total totalAmount { amount currency } handlePending pickPending deliverPending delivering closed canceled byStatus { status count }\n      payPending shipPending receiptPending reviewPending refunded afterSalesPending onHold reminded\n    }\n  }": typeof types.CountStoreDocument,
    "\n  query CountOwn { myOrderCounts { total payPending shipPending receiptPending reviewPending closed onHold recycled byStatus { status count } } }": typeof types.CountOwnDocument,
    "\n  query CountAll { orderCounts { total totalAmounts { amount currency } payPending handlePending deliverPending unassigned assignPending recycled onHold byStatus { status count } } }": typeof types.CountAllDocument,
    "\n  query CountCustomer($customerId: ID!) { customerOrderCounts(customerId: $customerId) { total payPending recycled } }": typeof types.CountCustomerDocument,
    "\n  mutation CouponPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status total { amount } saleTotal { amount } discountTotal { amount } coupon { code name description distribution startsAt endsAt couponId definitionId discount { amount } } cartOffers { code name description } catalogOffers { code }\n        items { saleTotal { amount } steps { kind code amount { amount } after { amount } } } }\n      userErrors { code path message }\n    }\n  }": typeof types.CouponPlaceDocument,
    "query CouponTold($id: ID!) { order(id: $id) { cartOffers { code name description } items { productId cartOffers { description } } } }": typeof types.CouponToldDocument,
    "mutation CouponCart($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } coupon { code } } userErrors { message } } }": typeof types.CouponCartDocument,
    "\n  query ListStore($storeId: ID!, $filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.ListStoreDocument,
    "\n  query ListOwn($filter: OrderFilter, $first: Int, $after: String) {\n    myOrders(filter: $filter, first: $first, after: $after) { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } }\n  }": typeof types.ListOwnDocument,
    "\n  query ListAll($filter: OrderFilter, $first: Int) { orders(filter: $filter, first: $first) { totalCount edges { node { number } } } }": typeof types.ListAllDocument,
    "query ListCreated($id: ID!) { order(id: $id) { number createdAt } }": typeof types.ListCreatedDocument,
    "\n  mutation PointsPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status fulfilment saleTotal { amount } pointsUsed pointsTotal { amount } pointsToEarn pointsRedemption total { amount } amountDue { amount } version\n        items { seq saleTotal { amount } pointsUsed pointsShare { amount } } history { type } customerTerms { tierCode pointsBalance pointsUsable discountPercent } }\n      userErrors { code path message }\n    }\n  }": typeof types.PointsPlaceDocument,
    "query PointsStatus($id: ID!) { order(id: $id) { status } }": typeof types.PointsStatusDocument,
    "mutation PointsTill($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id pointsToEarn } userErrors { message } } }": typeof types.PointsTillDocument,
    "query PointsAgain($id: ID!) { order(id: $id) { total { amount } customerTerms { discountPercent } items { steps { kind name amount { amount } after { amount } } } } }": typeof types.PointsAgainDocument,
    "mutation SizedOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { total { amount } pieces pointsToEarn items { quantity } } userErrors { code path } } }": typeof types.SizedOrderDocument,
    "query SizedQuote($input: QuoteInput!) { quote(input: $input) { total { amount } freightTotal { amount } pieces pointsToEarn lines { quantity parts { quantity } } } }": typeof types.SizedQuoteDocument,
    "query SizedFreight($input: FreightQuoteInput!) { freightQuote(input: $input) { total { amount } } }": typeof types.SizedFreightDocument,
    "mutation SizedProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.SizedProductsDocument,
    "mutation SizedTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": typeof types.SizedTemplateDocument,
    "mutation SizedAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": typeof types.SizedAssignDocument,
    "\n  query WayFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment version clerkName store { id } shipment { courierCompany courierCode waybillNumber }\n      paidAt confirmedAt deliveryStartedAt deliveredAt finishedAt canceledAt updatedAt createdAt payDeadline\n      history { type fromStatus toStatus version actorRole actorName comment at }\n    }\n  }": typeof types.WayFactsDocument,
    "mutation WayAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { order { version store { id } } userErrors { code path } } }": typeof types.WayAssignDocument,
    "query WayCash($id: ID!) { order(id: $id) { payments { tender state amount { amount } tendered { amount } change { amount } } } }": typeof types.WayCashDocument,
    "\n  mutation WalletPay($input: OrderPayWithWalletInput!) {\n    orderPayWithWallet(input: $input) {\n      order { id status payment version paidTotal { amount } amountDue { amount } payments { tender state amount { amount } refunded { amount } } refunds { state amount { amount } } history { type actorName } }\n      userErrors { code path message } replayed\n    }\n  }": typeof types.WalletPayDocument,
    "mutation FromReprice($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.FromRepriceDocument,
    "query FromCart($id: ID!) { cart(id: $id) { state version order { id number } } myCarts { edges { node { id } } } }": typeof types.FromCartDocument,
    "query FromCount { myOrders { totalCount } }": typeof types.FromCountDocument,
    "mutation FromAddress($input: AddressSaveInput!) { addressSave(input: $input) { address { id } userErrors { message } } }": typeof types.FromAddressDocument,
    "query FromMine { myOrders { edges { node { id } } } }": typeof types.FromMineDocument,
    "\n  mutation PlaceInStore($input: OrderPlaceInStoreInput!) {\n    orderPlaceInStore(input: $input) {\n      order {\n        id number uid kind deliveryType status payment version currency clerkName payDeadline listTotal { amount } discountTotal { amount } total { amount currency }\n        customer { name } store { id } items { seq listPrice { amount } salePrice { amount } discountTotal { amount } priceReason }\n        history { type actorRole actorName comment }\n      }\n      userErrors { __typename code path ... on ProductsUnavailable { skus } }\n    }\n  }": typeof types.PlaceInStoreDocument,
    "mutation InStoreProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.InStoreProductsDocument,
    "mutation InStoreMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }": typeof types.InStoreMemberDocument,
    "query InStoreMine { myOrders { edges { node { id } } } }": typeof types.InStoreMineDocument,
    "query InStoreByUid($uid: String!, $storeId: ID!) { order(uid: $uid, storeId: $storeId) { id } }": typeof types.InStoreByUidDocument,
    "\n  mutation PlaceOrder($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n        listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n        contact { name phone address { city street zip } } remark receivingTime invoice { title }\n        items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n      }\n      userErrors { __typename code message path ... on ProductsUnavailable { skus } }\n      dryRun\n    }\n  }": typeof types.PlaceOrderDocument,
    "\n  query PlacedOrder($id: ID, $number: String, $uid: String) {\n    order(id: $id, number: $number, uid: $uid) {\n      id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n      listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n      contact { name phone address { city street zip } } remark receivingTime invoice { title }\n      items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n    }\n  }": typeof types.PlacedOrderDocument,
    "\n  mutation PlaceProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.PlaceProductsDocument,
    "\n  mutation PlaceStoreUpdate($input: StoreUpdateInput!) { storeUpdate(input: $input) { userErrors { message } } }": typeof types.PlaceStoreUpdateDocument,
    "mutation ShareOrder($input: OrderStepInput!) { orderShare(input: $input) { code order { id status } userErrors { __typename code path } } }": typeof types.ShareOrderDocument,
    "query ShareMine { myCoupons { edges { node { source definition { code } } } } }": typeof types.ShareMineDocument,
    "mutation SoldProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": typeof types.SoldProductsDocument,
    "mutation SoldPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { code path } } }": typeof types.SoldPlaceDocument,
    "query SoldCopy($id: ID!) { order(id: $id) {\n  receiptNumber salespersonId salespersonName clerkName device\n  items { skuCode parentSeq options { name value } attributes { name value } brandCode volumeMillilitres shelfLocation unitCost { amount } offerChoice offerCode } } }": typeof types.SoldCopyDocument,
    "\n  query MoneyOfLateOrder($id: ID!) {\n    order(id: $id) { status payment paidTotal { amount } refundedTotal { amount } payments { state } refunds { state amount { amount } } }\n  }": typeof types.MoneyOfLateOrderDocument,
    "\n      mutation RehearsePayment($id: ID!) {\n        orderStartPayment(input: { orderId: $id, tender: SANDBOX, dryRun: true }) { payment { state } order { payments { state amount { amount } } history { type } } }\n      }": typeof types.RehearsePaymentDocument,
    "\n    query MoneyOfOrder($id: ID!) { order(id: $id) { payment paidTotal { amount } refundedTotal { amount } payments { number state } } }": typeof types.MoneyOfOrderDocument,
    "\n      mutation CashForCallback($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }": typeof types.CashForCallbackDocument,
    "query ReplayCommandOrders { orders(first: 100) { totalCount edges { node { status store { code } } } } }": typeof types.ReplayCommandOrdersDocument,
    "query ReturnsTestStores { stores(first: 100) { edges { node { id code } } } }": typeof types.ReturnsTestStoresDocument,
    "query ReturnsTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { uid status history { type } } } } }": typeof types.ReturnsTestOrdersDocument,
    "\n  query ReplayTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { totalCount edges { node { uid status total { amount } history { type } } } } }": typeof types.ReplayTestOrdersDocument,
    "query ReplayTestStores { stores(first: 100) { edges { node { id code } } } }": typeof types.ReplayTestStoresDocument,
    "\n  mutation ReplayTestPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { message } } }": typeof types.ReplayTestPlaceDocument,
    "mutation ReplayTestPay($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }": typeof types.ReplayTestPayDocument,
    "\n      query ReplayTestOrder($uid: String, $storeId: ID) { order(uid: $uid, storeId: $storeId) {\n        kind remark customer { name country } items { seq skuCode name quantity listPrice { amount } salePrice { amount } priceReason } } }": typeof types.ReplayTestOrderDocument,
    "mutation ReplayTestStore { storeCreate(input: { code: \"YUAN\", name: \"Yuan\", currency: \"CNY\" }) { store { id } } }": typeof types.ReplayTestStoreDocument,
    "query MembersList($id: ID!) { store(id: $id) { members { staffId name role maySetPrice } } }": typeof types.MembersListDocument,
    "mutation MembersSave($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code path } } }": typeof types.MembersSaveDocument,
    "mutation MembersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code path } } }": typeof types.MembersRemoveDocument,
};
const documents: Documents = {
    "\n  query ReplayStores($after: String) { stores(first: 100, after: $after) { edges { node { id code currency } } pageInfo { hasNextPage endCursor } } }": types.ReplayStoresDocument,
    "\n  mutation ReplayStoreCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { id code currency } userErrors { code message } } }": types.ReplayStoreCreateDocument,
    "\n  mutation ReplayProductSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code message } } }": types.ReplayProductSaveDocument,
    "\n  mutation ReplayCustomerSave($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { code message } } }": types.ReplayCustomerSaveDocument,
    "query ReplayCounts($storeId: ID!) { storeOrderCounts(storeId: $storeId) { total totalAmount { amount } } }": types.ReplayCountsDocument,
    "\n  mutation ReplayReturn($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { status } userErrors { code message path } } }": types.ReplayReturnDocument,
    "\n  mutation ReplayCart($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } userErrors { code message path } } }": types.ReplayCartDocument,
    "\n  mutation ReplayPlace($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id status } userErrors { code message path } } }": types.ReplayPlaceDocument,
    "\n  mutation ReplayPayAndComplete($pay: OrderPayCashInput!, $complete: OrderStepInput!) {\n    orderPayCash(input: $pay) { userErrors { code message path } }\n    orderComplete(input: $complete) { userErrors { code message path } }\n  }": types.ReplayPayAndCompleteDocument,
    "\n  mutation ReplayComplete($complete: OrderStepInput!) { orderComplete(input: $complete) { userErrors { code message path } } }": types.ReplayCompleteDocument,
    "query EdgesCart($id: ID!) { cart(id: $id) { id order { id } quote { total { amount } points { balance } } } node(id: $id) { id } }": types.EdgesCartDocument,
    "mutation EdgesRing($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id } userErrors { message } } }": types.EdgesRingDocument,
    "mutation EdgesFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { code path message } } }": types.EdgesFromCartsDocument,
    "mutation EdgesDismiss($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { message } } }": types.EdgesDismissDocument,
    "query EdgesQuote($input: QuoteInput!) { quote(input: $input) { total { amount } } }": types.EdgesQuoteDocument,
    "\n  query EdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    order(id: $id, number: $number, uid: $uid, storeId: $storeId) { id items { name } history { type } payments { number } refunds { number } customer { email } contact { name } billing { name } assignments { outcome } asOf(at: \"2999-01-01T00:00:00.000Z\") { id } }\n  }": types.EdgesSeeDocument,
    "query EdgesNode($id: ID!) { node(id: $id) { kind: __typename id } }": types.EdgesNodeDocument,
    "query EdgesMembers($id: ID!) { store(id: $id) { code members { name } } }": types.EdgesMembersDocument,
    "query EdgesCounts($id: ID!) { storeOrderCounts(storeId: $id) { total payPending: handlePending totalAmount { amount } byStatus { count } } }": types.EdgesCountsDocument,
    "mutation EdgesSaveMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { store { id } userErrors { code message path } } }": types.EdgesSaveMemberDocument,
    "mutation EdgesRemoveMember($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": types.EdgesRemoveMemberDocument,
    "mutation EdgesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id } userErrors { code } } }": types.EdgesRejectDocument,
    "subscription EdgesStoreFeed($id: ID!, $after: String) { storeFeed(storeId: $id, after: $after) { orderId event { type } order { number } } }": types.EdgesStoreFeedDocument,
    "subscription EdgesOrderFeed($id: ID!, $after: String) { orderUpdated(orderId: $id, after: $after) { orderId event { type } order { number } } }": types.EdgesOrderFeedDocument,
    "query EdgesThroughOrder($id: ID!) { order(id: $id) { store { current { members { name } } } } }": types.EdgesThroughOrderDocument,
    "query EdgesPlace($id: ID!) { store(id: $id) { myMembership { name role maySetPrice } } }": types.EdgesPlaceDocument,
    "query EdgesSku($code: String!) { sku(code: $code) { id product { id } } }": types.EdgesSkuDocument,
    "\n  query ServiceEdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    customerService(id: $id, number: $number, uid: $uid, storeId: $storeId) { id returns { name orderItem { seq } } exchanges { name } refunds { number } log { type } customer { email } order { id number } }\n  }": types.ServiceEdgesSeeDocument,
    "query ServiceEdgesCounts($storeId: ID) { customerServiceCounts(storeId: $storeId) { total byStatus { count } } }": types.ServiceEdgesCountsDocument,
    "mutation ServiceEdgesRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": types.ServiceEdgesRemoveDocument,
    "subscription ServiceEdgesFeed($id: ID!, $after: String) { customerServiceFeed(storeId: $id, after: $after) { event { type } customerService { number } counts { total } } }": types.ServiceEdgesFeedDocument,
    "mutation CartWithdraw($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.CartWithdrawDocument,
    "query CartsMine($first: Int!, $after: String, $storeId: ID) { myCarts(first: $first, after: $after, storeId: $storeId) { edges { node { id } } pageInfo { hasNextPage endCursor } } }": types.CartsMineDocument,
    "query CartGone($id: ID!) { node(id: $id) { id } myCarts { edges { node { id } } } }": types.CartGoneDocument,
    "query CartTill($storeId: ID!) { tillCarts(storeId: $storeId) { edges { node { id } } } }": types.CartTillDocument,
    "mutation HandRing($input: OrderPlaceFromCartInStoreInput!) {\n  orderPlaceFromCartInStore(input: $input) { order { id total { amount } items { seq priceReason priceSetBy { id name } } history { type actorName comment } } userErrors { code message path } } }": types.HandRingDocument,
    "query HandSetter($id: ID!) { cart(id: $id) { lines { priceSetBy { name } } } }": types.HandSetterDocument,
    "query HandMine { myOrders { edges { node { items { priceReason priceSetBy { name } } } } } }": types.HandMineDocument,
    "mutation SameProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.SameProductsDocument,
    "mutation SameTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": types.SameTemplateDocument,
    "mutation SameAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": types.SameAssignDocument,
    "mutation QuoteProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.QuoteProductsDocument,
    "mutation QuoteTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": types.QuoteTemplateDocument,
    "mutation QuoteAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": types.QuoteAssignDocument,
    "mutation QuotedCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } } userErrors { code } } }": types.QuotedCartsDocument,
    "mutation QuotedOnce($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { userErrors { code } } }": types.QuotedOnceDocument,
    "query QuotedAfter($id: ID!) { cart(id: $id) { state quote { total { amount } } order { total { amount } } } }": types.QuotedAfterDocument,
    "mutation CurrencyOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { currency } userErrors { code message path } } }": types.CurrencyOrderDocument,
    "query CurrencyQuote($input: QuoteInput!) { quote(input: $input) { currency } }": types.CurrencyQuoteDocument,
    "mutation CatalogueSave($input: ProductSaveInput!) { productSave(input: $input) { productIds userErrors { code path message } } }": types.CatalogueSaveDocument,
    "\n  query CatalogueRead($code: String!) { sku(code: $code) { id code options { name value } components { quantity sku { code product { code } } } product { code attributes { name value } } } }": types.CatalogueReadDocument,
    "\n  mutation RateSave($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { exchangeRate { currency baseCurrency rate validFrom } userErrors { code path } } }": types.RateSaveDocument,
    "query Rates($at: DateTime) { exchangeRates(at: $at) { currency baseCurrency rate } }": types.RatesDocument,
    "\n  query RateHistory($currency: CurrencyCode!, $first: Int, $after: String) { exchangeRateHistory(currency: $currency, first: $first, after: $after) { edges { node { rate } } pageInfo { hasNextPage endCursor } } }": types.RateHistoryDocument,
    "query RateInfo($code: CurrencyCode!, $locale: String) { currencyInfo(code: $code) { code decimals rate symbol(locale: $locale) } }": types.RateInfoDocument,
    "query RateOfOrder($id: ID!) { order(id: $id) { exchangeRate total { currency } } }": types.RateOfOrderDocument,
    "mutation PricesSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code path message } } }": types.PricesSaveDocument,
    "\n  query PriceOf($sku: String!, $currency: CurrencyCode, $quantity: Int, $storeId: ID) { priceOf(sku: $sku, currency: $currency, quantity: $quantity, storeId: $storeId) {\n    sku { code } quantity unitBasePrice { amount formatted(locale: \"en-US\") } unitPrice { amount } total { amount formatted(locale: \"en-US\") } discount { amount } discounted validFrom validUntil lossAllowed unitCost { amount }\n    currencyInfo { code decimals symbol(locale: \"zh-CN\") rate } } }": types.PriceOfDocument,
    "\n  query PriceList($code: String!) { sku(code: $code) { prices { currency storeId minimumQuantity listPrice { amount } salePrice { amount } terms { reducedPrice { amount } saleFrom saleUntil unitCost { amount } lossAllowed } } } }": types.PriceListDocument,
    "\n  mutation DueWorkCancel($input: OrderCancelInput!) { orderCancel(input: $input) { order { status } userErrors { code } } }": types.DueWorkCancelDocument,
    "\n  mutation DueWorkShip($input: OrderShipInput!) { orderShip(input: $input) { userErrors { code } } }": types.DueWorkShipDocument,
    "query OnceStoreVersion($id: ID!) { store(id: $id) { version } }": types.OnceStoreVersionDocument,
    "\n  mutation RacesAccept($input: OrderStepInput!) { orderAccept(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }": types.RacesAcceptDocument,
    "\n  mutation RacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }": types.RacesCancelDocument,
    "\n  mutation RacesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id version status } userErrors { __typename code } } }": types.RacesRejectDocument,
    "\n  mutation RacesAddClerk($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }": types.RacesAddClerkDocument,
    "\n      mutation PaymentRacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) { userErrors { code } } }": types.PaymentRacesCancelDocument,
    "mutation KillSell($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }": types.KillSellDocument,
    "mutation KillPay($id: ID!) { orderStartPayment(input: { orderId: $id, tender: SANDBOX }) { payment { number clientParameters { name value } } } }": types.KillPayDocument,
    "mutation KillComplete($id: ID!) { orderComplete(input: { orderId: $id }) { userErrors { code } } }": types.KillCompleteDocument,
    "\n  mutation KillReturn($id: ID!) { customerServiceCreate(input: { orderId: $id, type: RETURN, reason: \"Broken\", goodsHandedIn: true }) { customerService { id number } userErrors { code } } }": types.KillReturnDocument,
    "\n  mutation KillRefund($input: CustomerServiceRefundInput!) { customerServiceRefund(input: $input) { customerService { status } userErrors { code } } }": types.KillRefundDocument,
    "\n  mutation CrashPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { replayed order { id number } userErrors { code } } }": types.CrashPlaceDocument,
    "\n  mutation CrashCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { replayed order { version paidTotal { amount } } userErrors { code } } }": types.CrashCashDocument,
    "\n  query CrashRead($number: String!) { order(number: $number) { uid version status paidTotal { amount } payments { number } items { seq quantity } history { version type } } }": types.CrashReadDocument,
    "\n  query CrashCount($storeId: ID!) { storeOrders(storeId: $storeId, first: 1) { totalCount } }": types.CrashCountDocument,
    "\n    mutation CrashStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }": types.CrashStoreDocument,
    "\n    mutation CrashMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }": types.CrashMemberDocument,
    "\n    mutation CrashProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }": types.CrashProductDocument,
    "\n  query RacingOptions($id: ID!) {\n    order(id: $id) {\n      amountDue { amount } items { seq quantity } availableCustomerServices { type enabled }\n      customerServices { id status availableActions { action enabled } returns { seq quantity } refundFee { amount } }\n    }\n  }": types.RacingOptionsDocument,
    "query Record($id: ID!) { customerService(id: $id) { status refused\n  returns { seq skuId productId weightGrams unitCost { amount } orderItem { seq skuId productId weightGrams unitCost { amount } } } exchanges { skuId productId weightGrams unitCost { amount } orderItem { seq } } } }": types.RecordDocument,
    "\n  mutation BookSave($input: AddressSaveInput!) { addressSave(input: $input) { address { id isDefault title name givenName familyName phone email address { country province city district street detail zip } } userErrors { code path } } }": types.BookSaveDocument,
    "mutation BookDelete($input: AddressDeleteInput!) { addressDelete(input: $input) { addressId userErrors { code path } } }": types.BookDeleteDocument,
    "query BookList { myAddresses { id isDefault name } }": types.BookListDocument,
    "query FindCustomer($subject: String, $memberNumber: String, $brandCode: String) {\n  customer(subject: $subject, memberNumber: $memberNumber, brandCode: $brandCode) { id subject name } }": types.FindCustomerDocument,
    "mutation FindSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code } } }": types.FindSaveDocument,
    "query FindThrough($id: ID!) { order(id: $id) { customer { name subject } } }": types.FindThroughDocument,
    "\n  mutation LedgerAdjust($input: LedgerAdjustInput!) {\n    ledgerAdjust(input: $input) { entry { id account reason change { points money { amount currency } } balanceAfter { points money { amount } } orderId note } userErrors { code path message } } }": types.LedgerAdjustDocument,
    "\n  query LedgerStatement($customerId: ID, $account: LedgerAccount, $currency: CurrencyCode, $first: Int, $after: String) {\n    ledgerStatement(customerId: $customerId, account: $account, currency: $currency, first: $first, after: $after) {\n      balance { points money { amount currency } } pageInfo { hasNextPage endCursor } edges { cursor node { id change { points money { amount } } balanceAfter { points money { amount } } note } } } }": types.LedgerStatementDocument,
    "\n  query LedgerMe { me { pointsBalance pointsReserved pointsEarned pointsSpent walletBalance { amount currency } yen: walletBalance(currency: \"JPY\") { amount } walletBalances { amount currency } } }": types.LedgerMeDocument,
    "query LedgerThroughOrder($id: ID!) { order(id: $id) { customer { pointsBalance walletBalance { amount } walletBalances { amount } } } }": types.LedgerThroughOrderDocument,
    "mutation MemberSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds dryRun userErrors { code path message } } }": types.MemberSaveDocument,
    "\n  mutation TierSave($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { tier {\n    code name isDefault discountPercent birthdayDiscountPercent canRedeemPoints minimumPoints maximumPointsPercent pointsPerUnit earnPercent currencies { currency pointsPerUnit birthdayMaximum { amount } } } userErrors { code path } } }": types.TierSaveDocument,
    "query TierList { customerTiers { code isDefault discountPercent } }": types.TierListDocument,
    "mutation TierProfiles($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code path message } } }": types.TierProfilesDocument,
    "\n  query TierMe { me { name phone email country givenName familyName memberNumber brandCode cardType tier { code } personal { gender birthday { month day year } married timeZone } } }": types.TierMeDocument,
    "query TierThroughOrder($id: ID!) { order(id: $id) { customer { memberNumber personal { married } } } }": types.TierThroughOrderDocument,
    "mutation TierPoints($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { code } } }": types.TierPointsDocument,
    "query DocumentsStore { myStores { id } }": types.DocumentsStoreDocument,
    "query DocumentsCustomer { me { id } }": types.DocumentsCustomerDocument,
    "mutation DocumentsOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }": types.DocumentsOrderDocument,
    "mutation DocumentsSale($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }": types.DocumentsSaleDocument,
    "mutation DocumentsDone($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }": types.DocumentsDoneDocument,
    "query DocumentsAddress { myAddresses { id } }": types.DocumentsAddressDocument,
    "mutation FreightProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.FreightProductDocument,
    "\n  mutation FreightSave($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code name currency unit deliveryTypes origin { country province city }\n    rules { regions served firstUnits firstFee { amount } additionalUnits additionalFee { amount } freeFromAmount { amount } freeFromPieces } } userErrors { code path } } }": types.FreightSaveDocument,
    "mutation FreightAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { template { code } userErrors { code path message } } }": types.FreightAssignDocument,
    "\n  query FreightQuoted($input: FreightQuoteInput!) { freightQuote(input: $input) { destination { country province city } deliverable total { amount currency } unavailableSkus\n    charges { templateCode name seqs fee { amount } fullFee { amount } free missingAmount { amount } missingPieces deliverable reason } } }": types.FreightQuotedDocument,
    "query FreightAssigned($code: String!) { sku(code: $code) { product { freightTemplates { code } } } }": types.FreightAssignedDocument,
    "query FreightList($first: Int, $after: String) { freightTemplates(first: $first, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }": types.FreightListDocument,
    "mutation CountFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { message } } }": types.CountFromCartsDocument,
    "query CountCost($first: Int!) { myCarts(first: $first) { edges { node { quote { total { amount } } } } } }": types.CountCostDocument,
    "mutation CountChange($input: CartChangeLineInput!) { cartChangeLine(input: $input) { cart { lines { seq } } } }": types.CountChangeDocument,
    "\n  query CompanyBoard($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { id kind } } }\n    storeOrderCounts(storeId: $storeId) { total payPending closed totalAmount { amount currency } }\n  }": types.CompanyBoardDocument,
    "\n  query WalkList($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.WalkListDocument,
    "\n  query SearchStore($storeId: ID!, $filter: OrderFilter, $sort: OrderSort! = CREATED) { storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { number } } } }": types.SearchStoreDocument,
    "query SearchOwn($filter: OrderFilter) { myOrders(filter: $filter) { totalCount edges { node { number } } } }": types.SearchOwnDocument,
    "query SearchAll($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { number } } } }": types.SearchAllDocument,
    "\n  mutation FeedAccessAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }": types.FeedAccessAcceptDocument,
    "\n  mutation FeedAccessReject($input: OrderRejectInput!) { orderReject(input: $input) { userErrors { code } } }": types.FeedAccessRejectDocument,
    "\n  mutation FeedAccessAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { userErrors { code } } }": types.FeedAccessAssignDocument,
    "\n  mutation FeedAccessRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": types.FeedAccessRemoveDocument,
    "query FeedAccessCursor { feedCursor }": types.FeedAccessCursorDocument,
    "query FollowList($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { id } } } }": types.FollowListDocument,
    "query FollowCursor { feedCursor }": types.FollowCursorDocument,
    "\n  mutation ReconnectCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { code } } }": types.ReconnectCashDocument,
    "\n  mutation ReconnectComplete($input: OrderStepInput!) { orderComplete(input: $input) { userErrors { code } } }": types.ReconnectCompleteDocument,
    "\n      mutation SeveralServersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }": types.SeveralServersRemoveDocument,
    "query CouponsMine($usable: Boolean!, $first: Int!, $after: String) { myCoupons(usable: $usable, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code state source usedAt usedByOrderId expiresAt definition { code name effect { percent } } } } } }": types.CouponsMineDocument,
    "mutation CouponsIssue($input: CouponIssueInput!) { couponIssue(input: $input) { couponIds userErrors { code path } } }": types.CouponsIssueDocument,
    "mutation CouponsDisable($input: CouponDisableInput!) { couponDisable(input: $input) { definition { version disabledAt } userErrors { code path } } }": types.CouponsDisableDocument,
    "query CouponsNode($id: ID!) { node(id: $id) { kind: __typename id } }": types.CouponsNodeDocument,
    "query CouponsDefinitions { couponDefinitions(first: 2) { pageInfo { hasNextPage } edges { node { code } } } }": types.CouponsDefinitionsDocument,
    "mutation LiveDisable($input: OfferDisableInput!) { offerDisable(input: $input) { userErrors { code } } }": types.LiveDisableDocument,
    "mutation LiveRehearse($input: OfferSaveInput!) { offerSave(input: $input) { offer { code } userErrors { code } } }": types.LiveRehearseDocument,
    "mutation OffersDisable($input: OfferDisableInput!) { offerDisable(input: $input) { offer { code version disabledAt } userErrors { code path } } }": types.OffersDisableDocument,
    "query OffersOne($id: ID, $code: String) { offer(id: $id, code: $code) { code } }": types.OffersOneDocument,
    "query OffersList($first: Int!, $after: String, $storeId: ID, $inForce: Boolean) { offers(first: $first, after: $after, storeId: $storeId, inForce: $inForce) { pageInfo { hasNextPage endCursor } edges { node { code } } } }": types.OffersListDocument,
    "query OffersNode($id: ID!) { node(id: $id) { id ... on Offer { code } } }": types.OffersNodeDocument,
    "mutation SkuOffersProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message path } } }": types.SkuOffersProductDocument,
    "query SkuOffers($code: String!, $storeId: ID, $currency: CurrencyCode) { sku(code: $code) { offers(storeId: $storeId, currency: $currency) { offer { code stores { id } } salePrice { amount currency } } } }": types.SkuOffersDocument,
    "query SkuOffersPage($first: Int!, $storeId: ID) { products(first: $first) { edges { node { skus { offers(storeId: $storeId) { offer { name stores { code } } salePrice { amount } } } } } } }": types.SkuOffersPageDocument,
    "\n  mutation CancelOrder($input: OrderCancelInput!) {\n    orderCancel(input: $input) { order { status version payment refundedTotal { amount } } userErrors { __typename code path } }\n  }": types.CancelOrderDocument,
    "\n  mutation CancelPayCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { order { status payment version } userErrors { code path } } }": types.CancelPayCashDocument,
    "mutation CancelAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }": types.CancelAcceptDocument,
    "\n  query CancelFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment paidTotal { amount } refundedTotal { amount } canceledAt version\n      payments { state refunded { amount } } refunds { state reason amount { amount } settledAt }\n      history { type fromStatus toStatus actorRole actorName comment at }\n    }\n  }": types.CancelFactsDocument,
    "mutation ChosenMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }": types.ChosenMemberDocument,
    "query ChosenQuote($input: QuoteInput!) { quote(input: $input) { total { amount } coupon { code applies reason } coupons { code } } }": types.ChosenQuoteDocument,
    "query CopiesKept($id: ID!) { order(id: $id) {\n  buyer { name phone memberNumber brandCode cardType } customerTerms { pointsPerUnit }\n  coupon { code name effect { kind percent } minimumPieces minimumAmount { amount } maximumDiscount { amount } endsAt } } }": types.CopiesKeptDocument,
    "query CopiesSales { me { salesTotals { amount currency } } }": types.CopiesSalesDocument,
    "\n  query CountStore($storeId: ID!) {\n    storeOrderCounts(storeId: $storeId) {\n      total totalAmount { amount currency } handlePending pickPending deliverPending delivering closed canceled byStatus { status count }\n      payPending shipPending receiptPending reviewPending refunded afterSalesPending onHold reminded\n    }\n  }": types.CountStoreDocument,
    "\n  query CountOwn { myOrderCounts { total payPending shipPending receiptPending reviewPending closed onHold recycled byStatus { status count } } }": types.CountOwnDocument,
    "\n  query CountAll { orderCounts { total totalAmounts { amount currency } payPending handlePending deliverPending unassigned assignPending recycled onHold byStatus { status count } } }": types.CountAllDocument,
    "\n  query CountCustomer($customerId: ID!) { customerOrderCounts(customerId: $customerId) { total payPending recycled } }": types.CountCustomerDocument,
    "\n  mutation CouponPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status total { amount } saleTotal { amount } discountTotal { amount } coupon { code name description distribution startsAt endsAt couponId definitionId discount { amount } } cartOffers { code name description } catalogOffers { code }\n        items { saleTotal { amount } steps { kind code amount { amount } after { amount } } } }\n      userErrors { code path message }\n    }\n  }": types.CouponPlaceDocument,
    "query CouponTold($id: ID!) { order(id: $id) { cartOffers { code name description } items { productId cartOffers { description } } } }": types.CouponToldDocument,
    "mutation CouponCart($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } coupon { code } } userErrors { message } } }": types.CouponCartDocument,
    "\n  query ListStore($storeId: ID!, $filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.ListStoreDocument,
    "\n  query ListOwn($filter: OrderFilter, $first: Int, $after: String) {\n    myOrders(filter: $filter, first: $first, after: $after) { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } }\n  }": types.ListOwnDocument,
    "\n  query ListAll($filter: OrderFilter, $first: Int) { orders(filter: $filter, first: $first) { totalCount edges { node { number } } } }": types.ListAllDocument,
    "query ListCreated($id: ID!) { order(id: $id) { number createdAt } }": types.ListCreatedDocument,
    "\n  mutation PointsPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status fulfilment saleTotal { amount } pointsUsed pointsTotal { amount } pointsToEarn pointsRedemption total { amount } amountDue { amount } version\n        items { seq saleTotal { amount } pointsUsed pointsShare { amount } } history { type } customerTerms { tierCode pointsBalance pointsUsable discountPercent } }\n      userErrors { code path message }\n    }\n  }": types.PointsPlaceDocument,
    "query PointsStatus($id: ID!) { order(id: $id) { status } }": types.PointsStatusDocument,
    "mutation PointsTill($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id pointsToEarn } userErrors { message } } }": types.PointsTillDocument,
    "query PointsAgain($id: ID!) { order(id: $id) { total { amount } customerTerms { discountPercent } items { steps { kind name amount { amount } after { amount } } } } }": types.PointsAgainDocument,
    "mutation SizedOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { total { amount } pieces pointsToEarn items { quantity } } userErrors { code path } } }": types.SizedOrderDocument,
    "query SizedQuote($input: QuoteInput!) { quote(input: $input) { total { amount } freightTotal { amount } pieces pointsToEarn lines { quantity parts { quantity } } } }": types.SizedQuoteDocument,
    "query SizedFreight($input: FreightQuoteInput!) { freightQuote(input: $input) { total { amount } } }": types.SizedFreightDocument,
    "mutation SizedProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.SizedProductsDocument,
    "mutation SizedTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }": types.SizedTemplateDocument,
    "mutation SizedAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }": types.SizedAssignDocument,
    "\n  query WayFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment version clerkName store { id } shipment { courierCompany courierCode waybillNumber }\n      paidAt confirmedAt deliveryStartedAt deliveredAt finishedAt canceledAt updatedAt createdAt payDeadline\n      history { type fromStatus toStatus version actorRole actorName comment at }\n    }\n  }": types.WayFactsDocument,
    "mutation WayAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { order { version store { id } } userErrors { code path } } }": types.WayAssignDocument,
    "query WayCash($id: ID!) { order(id: $id) { payments { tender state amount { amount } tendered { amount } change { amount } } } }": types.WayCashDocument,
    "\n  mutation WalletPay($input: OrderPayWithWalletInput!) {\n    orderPayWithWallet(input: $input) {\n      order { id status payment version paidTotal { amount } amountDue { amount } payments { tender state amount { amount } refunded { amount } } refunds { state amount { amount } } history { type actorName } }\n      userErrors { code path message } replayed\n    }\n  }": types.WalletPayDocument,
    "mutation FromReprice($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.FromRepriceDocument,
    "query FromCart($id: ID!) { cart(id: $id) { state version order { id number } } myCarts { edges { node { id } } } }": types.FromCartDocument,
    "query FromCount { myOrders { totalCount } }": types.FromCountDocument,
    "mutation FromAddress($input: AddressSaveInput!) { addressSave(input: $input) { address { id } userErrors { message } } }": types.FromAddressDocument,
    "query FromMine { myOrders { edges { node { id } } } }": types.FromMineDocument,
    "\n  mutation PlaceInStore($input: OrderPlaceInStoreInput!) {\n    orderPlaceInStore(input: $input) {\n      order {\n        id number uid kind deliveryType status payment version currency clerkName payDeadline listTotal { amount } discountTotal { amount } total { amount currency }\n        customer { name } store { id } items { seq listPrice { amount } salePrice { amount } discountTotal { amount } priceReason }\n        history { type actorRole actorName comment }\n      }\n      userErrors { __typename code path ... on ProductsUnavailable { skus } }\n    }\n  }": types.PlaceInStoreDocument,
    "mutation InStoreProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.InStoreProductsDocument,
    "mutation InStoreMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }": types.InStoreMemberDocument,
    "query InStoreMine { myOrders { edges { node { id } } } }": types.InStoreMineDocument,
    "query InStoreByUid($uid: String!, $storeId: ID!) { order(uid: $uid, storeId: $storeId) { id } }": types.InStoreByUidDocument,
    "\n  mutation PlaceOrder($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n        listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n        contact { name phone address { city street zip } } remark receivingTime invoice { title }\n        items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n      }\n      userErrors { __typename code message path ... on ProductsUnavailable { skus } }\n      dryRun\n    }\n  }": types.PlaceOrderDocument,
    "\n  query PlacedOrder($id: ID, $number: String, $uid: String) {\n    order(id: $id, number: $number, uid: $uid) {\n      id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n      listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n      contact { name phone address { city street zip } } remark receivingTime invoice { title }\n      items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n    }\n  }": types.PlacedOrderDocument,
    "\n  mutation PlaceProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.PlaceProductsDocument,
    "\n  mutation PlaceStoreUpdate($input: StoreUpdateInput!) { storeUpdate(input: $input) { userErrors { message } } }": types.PlaceStoreUpdateDocument,
    "mutation ShareOrder($input: OrderStepInput!) { orderShare(input: $input) { code order { id status } userErrors { __typename code path } } }": types.ShareOrderDocument,
    "query ShareMine { myCoupons { edges { node { source definition { code } } } } }": types.ShareMineDocument,
    "mutation SoldProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }": types.SoldProductsDocument,
    "mutation SoldPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { code path } } }": types.SoldPlaceDocument,
    "query SoldCopy($id: ID!) { order(id: $id) {\n  receiptNumber salespersonId salespersonName clerkName device\n  items { skuCode parentSeq options { name value } attributes { name value } brandCode volumeMillilitres shelfLocation unitCost { amount } offerChoice offerCode } } }": types.SoldCopyDocument,
    "\n  query MoneyOfLateOrder($id: ID!) {\n    order(id: $id) { status payment paidTotal { amount } refundedTotal { amount } payments { state } refunds { state amount { amount } } }\n  }": types.MoneyOfLateOrderDocument,
    "\n      mutation RehearsePayment($id: ID!) {\n        orderStartPayment(input: { orderId: $id, tender: SANDBOX, dryRun: true }) { payment { state } order { payments { state amount { amount } } history { type } } }\n      }": types.RehearsePaymentDocument,
    "\n    query MoneyOfOrder($id: ID!) { order(id: $id) { payment paidTotal { amount } refundedTotal { amount } payments { number state } } }": types.MoneyOfOrderDocument,
    "\n      mutation CashForCallback($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }": types.CashForCallbackDocument,
    "query ReplayCommandOrders { orders(first: 100) { totalCount edges { node { status store { code } } } } }": types.ReplayCommandOrdersDocument,
    "query ReturnsTestStores { stores(first: 100) { edges { node { id code } } } }": types.ReturnsTestStoresDocument,
    "query ReturnsTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { uid status history { type } } } } }": types.ReturnsTestOrdersDocument,
    "\n  query ReplayTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { totalCount edges { node { uid status total { amount } history { type } } } } }": types.ReplayTestOrdersDocument,
    "query ReplayTestStores { stores(first: 100) { edges { node { id code } } } }": types.ReplayTestStoresDocument,
    "\n  mutation ReplayTestPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { message } } }": types.ReplayTestPlaceDocument,
    "mutation ReplayTestPay($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }": types.ReplayTestPayDocument,
    "\n      query ReplayTestOrder($uid: String, $storeId: ID) { order(uid: $uid, storeId: $storeId) {\n        kind remark customer { name country } items { seq skuCode name quantity listPrice { amount } salePrice { amount } priceReason } } }": types.ReplayTestOrderDocument,
    "mutation ReplayTestStore { storeCreate(input: { code: \"YUAN\", name: \"Yuan\", currency: \"CNY\" }) { store { id } } }": types.ReplayTestStoreDocument,
    "query MembersList($id: ID!) { store(id: $id) { members { staffId name role maySetPrice } } }": types.MembersListDocument,
    "mutation MembersSave($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code path } } }": types.MembersSaveDocument,
    "mutation MembersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code path } } }": types.MembersRemoveDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReplayStores($after: String) { stores(first: 100, after: $after) { edges { node { id code currency } } pageInfo { hasNextPage endCursor } } }"): typeof import('./graphql.ts').ReplayStoresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayStoreCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { id code currency } userErrors { code message } } }"): typeof import('./graphql.ts').ReplayStoreCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayProductSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code message } } }"): typeof import('./graphql.ts').ReplayProductSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayCustomerSave($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { code message } } }"): typeof import('./graphql.ts').ReplayCustomerSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReplayCounts($storeId: ID!) { storeOrderCounts(storeId: $storeId) { total totalAmount { amount } } }"): typeof import('./graphql.ts').ReplayCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayReturn($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { status } userErrors { code message path } } }"): typeof import('./graphql.ts').ReplayReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayCart($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } userErrors { code message path } } }"): typeof import('./graphql.ts').ReplayCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayPlace($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id status } userErrors { code message path } } }"): typeof import('./graphql.ts').ReplayPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayPayAndComplete($pay: OrderPayCashInput!, $complete: OrderStepInput!) {\n    orderPayCash(input: $pay) { userErrors { code message path } }\n    orderComplete(input: $complete) { userErrors { code message path } }\n  }"): typeof import('./graphql.ts').ReplayPayAndCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayComplete($complete: OrderStepInput!) { orderComplete(input: $complete) { userErrors { code message path } } }"): typeof import('./graphql.ts').ReplayCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesCart($id: ID!) { cart(id: $id) { id order { id } quote { total { amount } points { balance } } } node(id: $id) { id } }"): typeof import('./graphql.ts').EdgesCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesRing($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id } userErrors { message } } }"): typeof import('./graphql.ts').EdgesRingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { code path message } } }"): typeof import('./graphql.ts').EdgesFromCartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesDismiss($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').EdgesDismissDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesQuote($input: QuoteInput!) { quote(input: $input) { total { amount } } }"): typeof import('./graphql.ts').EdgesQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    order(id: $id, number: $number, uid: $uid, storeId: $storeId) { id items { name } history { type } payments { number } refunds { number } customer { email } contact { name } billing { name } assignments { outcome } asOf(at: \"2999-01-01T00:00:00.000Z\") { id } }\n  }"): typeof import('./graphql.ts').EdgesSeeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesNode($id: ID!) { node(id: $id) { kind: __typename id } }"): typeof import('./graphql.ts').EdgesNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesMembers($id: ID!) { store(id: $id) { code members { name } } }"): typeof import('./graphql.ts').EdgesMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesCounts($id: ID!) { storeOrderCounts(storeId: $id) { total payPending: handlePending totalAmount { amount } byStatus { count } } }"): typeof import('./graphql.ts').EdgesCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesSaveMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { store { id } userErrors { code message path } } }"): typeof import('./graphql.ts').EdgesSaveMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesRemoveMember($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').EdgesRemoveMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EdgesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id } userErrors { code } } }"): typeof import('./graphql.ts').EdgesRejectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription EdgesStoreFeed($id: ID!, $after: String) { storeFeed(storeId: $id, after: $after) { orderId event { type } order { number } } }"): typeof import('./graphql.ts').EdgesStoreFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription EdgesOrderFeed($id: ID!, $after: String) { orderUpdated(orderId: $id, after: $after) { orderId event { type } order { number } } }"): typeof import('./graphql.ts').EdgesOrderFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesThroughOrder($id: ID!) { order(id: $id) { store { current { members { name } } } } }"): typeof import('./graphql.ts').EdgesThroughOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesPlace($id: ID!) { store(id: $id) { myMembership { name role maySetPrice } } }"): typeof import('./graphql.ts').EdgesPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EdgesSku($code: String!) { sku(code: $code) { id product { id } } }"): typeof import('./graphql.ts').EdgesSkuDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServiceEdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {\n    customerService(id: $id, number: $number, uid: $uid, storeId: $storeId) { id returns { name orderItem { seq } } exchanges { name } refunds { number } log { type } customer { email } order { id number } }\n  }"): typeof import('./graphql.ts').ServiceEdgesSeeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ServiceEdgesCounts($storeId: ID) { customerServiceCounts(storeId: $storeId) { total byStatus { count } } }"): typeof import('./graphql.ts').ServiceEdgesCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ServiceEdgesRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').ServiceEdgesRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ServiceEdgesFeed($id: ID!, $after: String) { customerServiceFeed(storeId: $id, after: $after) { event { type } customerService { number } counts { total } } }"): typeof import('./graphql.ts').ServiceEdgesFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CartWithdraw($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').CartWithdrawDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CartsMine($first: Int!, $after: String, $storeId: ID) { myCarts(first: $first, after: $after, storeId: $storeId) { edges { node { id } } pageInfo { hasNextPage endCursor } } }"): typeof import('./graphql.ts').CartsMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CartGone($id: ID!) { node(id: $id) { id } myCarts { edges { node { id } } } }"): typeof import('./graphql.ts').CartGoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CartTill($storeId: ID!) { tillCarts(storeId: $storeId) { edges { node { id } } } }"): typeof import('./graphql.ts').CartTillDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation HandRing($input: OrderPlaceFromCartInStoreInput!) {\n  orderPlaceFromCartInStore(input: $input) { order { id total { amount } items { seq priceReason priceSetBy { id name } } history { type actorName comment } } userErrors { code message path } } }"): typeof import('./graphql.ts').HandRingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HandSetter($id: ID!) { cart(id: $id) { lines { priceSetBy { name } } } }"): typeof import('./graphql.ts').HandSetterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HandMine { myOrders { edges { node { items { priceReason priceSetBy { name } } } } } }"): typeof import('./graphql.ts').HandMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SameProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SameProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SameTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SameTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SameAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SameAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation QuoteProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').QuoteProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation QuoteTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').QuoteTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation QuoteAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').QuoteAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation QuotedCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } } userErrors { code } } }"): typeof import('./graphql.ts').QuotedCartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation QuotedOnce($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').QuotedOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query QuotedAfter($id: ID!) { cart(id: $id) { state quote { total { amount } } order { total { amount } } } }"): typeof import('./graphql.ts').QuotedAfterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CurrencyOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { currency } userErrors { code message path } } }"): typeof import('./graphql.ts').CurrencyOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CurrencyQuote($input: QuoteInput!) { quote(input: $input) { currency } }"): typeof import('./graphql.ts').CurrencyQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CatalogueSave($input: ProductSaveInput!) { productSave(input: $input) { productIds userErrors { code path message } } }"): typeof import('./graphql.ts').CatalogueSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogueRead($code: String!) { sku(code: $code) { id code options { name value } components { quantity sku { code product { code } } } product { code attributes { name value } } } }"): typeof import('./graphql.ts').CatalogueReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateSave($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { exchangeRate { currency baseCurrency rate validFrom } userErrors { code path } } }"): typeof import('./graphql.ts').RateSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Rates($at: DateTime) { exchangeRates(at: $at) { currency baseCurrency rate } }"): typeof import('./graphql.ts').RatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RateHistory($currency: CurrencyCode!, $first: Int, $after: String) { exchangeRateHistory(currency: $currency, first: $first, after: $after) { edges { node { rate } } pageInfo { hasNextPage endCursor } } }"): typeof import('./graphql.ts').RateHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RateInfo($code: CurrencyCode!, $locale: String) { currencyInfo(code: $code) { code decimals rate symbol(locale: $locale) } }"): typeof import('./graphql.ts').RateInfoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RateOfOrder($id: ID!) { order(id: $id) { exchangeRate total { currency } } }"): typeof import('./graphql.ts').RateOfOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PricesSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code path message } } }"): typeof import('./graphql.ts').PricesSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PriceOf($sku: String!, $currency: CurrencyCode, $quantity: Int, $storeId: ID) { priceOf(sku: $sku, currency: $currency, quantity: $quantity, storeId: $storeId) {\n    sku { code } quantity unitBasePrice { amount formatted(locale: \"en-US\") } unitPrice { amount } total { amount formatted(locale: \"en-US\") } discount { amount } discounted validFrom validUntil lossAllowed unitCost { amount }\n    currencyInfo { code decimals symbol(locale: \"zh-CN\") rate } } }"): typeof import('./graphql.ts').PriceOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PriceList($code: String!) { sku(code: $code) { prices { currency storeId minimumQuantity listPrice { amount } salePrice { amount } terms { reducedPrice { amount } saleFrom saleUntil unitCost { amount } lossAllowed } } } }"): typeof import('./graphql.ts').PriceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DueWorkCancel($input: OrderCancelInput!) { orderCancel(input: $input) { order { status } userErrors { code } } }"): typeof import('./graphql.ts').DueWorkCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DueWorkShip($input: OrderShipInput!) { orderShip(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').DueWorkShipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OnceStoreVersion($id: ID!) { store(id: $id) { version } }"): typeof import('./graphql.ts').OnceStoreVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RacesAccept($input: OrderStepInput!) { orderAccept(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }"): typeof import('./graphql.ts').RacesAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) {\n    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }"): typeof import('./graphql.ts').RacesCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RacesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id version status } userErrors { __typename code } } }"): typeof import('./graphql.ts').RacesRejectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RacesAddClerk($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').RacesAddClerkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PaymentRacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').PaymentRacesCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation KillSell($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }"): typeof import('./graphql.ts').KillSellDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation KillPay($id: ID!) { orderStartPayment(input: { orderId: $id, tender: SANDBOX }) { payment { number clientParameters { name value } } } }"): typeof import('./graphql.ts').KillPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation KillComplete($id: ID!) { orderComplete(input: { orderId: $id }) { userErrors { code } } }"): typeof import('./graphql.ts').KillCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KillReturn($id: ID!) { customerServiceCreate(input: { orderId: $id, type: RETURN, reason: \"Broken\", goodsHandedIn: true }) { customerService { id number } userErrors { code } } }"): typeof import('./graphql.ts').KillReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KillRefund($input: CustomerServiceRefundInput!) { customerServiceRefund(input: $input) { customerService { status } userErrors { code } } }"): typeof import('./graphql.ts').KillRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CrashPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { replayed order { id number } userErrors { code } } }"): typeof import('./graphql.ts').CrashPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CrashCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { replayed order { version paidTotal { amount } } userErrors { code } } }"): typeof import('./graphql.ts').CrashCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CrashRead($number: String!) { order(number: $number) { uid version status paidTotal { amount } payments { number } items { seq quantity } history { version type } } }"): typeof import('./graphql.ts').CrashReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CrashCount($storeId: ID!) { storeOrders(storeId: $storeId, first: 1) { totalCount } }"): typeof import('./graphql.ts').CrashCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CrashStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }"): typeof import('./graphql.ts').CrashStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CrashMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').CrashMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CrashProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').CrashProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RacingOptions($id: ID!) {\n    order(id: $id) {\n      amountDue { amount } items { seq quantity } availableCustomerServices { type enabled }\n      customerServices { id status availableActions { action enabled } returns { seq quantity } refundFee { amount } }\n    }\n  }"): typeof import('./graphql.ts').RacingOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Record($id: ID!) { customerService(id: $id) { status refused\n  returns { seq skuId productId weightGrams unitCost { amount } orderItem { seq skuId productId weightGrams unitCost { amount } } } exchanges { skuId productId weightGrams unitCost { amount } orderItem { seq } } } }"): typeof import('./graphql.ts').RecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookSave($input: AddressSaveInput!) { addressSave(input: $input) { address { id isDefault title name givenName familyName phone email address { country province city district street detail zip } } userErrors { code path } } }"): typeof import('./graphql.ts').BookSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation BookDelete($input: AddressDeleteInput!) { addressDelete(input: $input) { addressId userErrors { code path } } }"): typeof import('./graphql.ts').BookDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BookList { myAddresses { id isDefault name } }"): typeof import('./graphql.ts').BookListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FindCustomer($subject: String, $memberNumber: String, $brandCode: String) {\n  customer(subject: $subject, memberNumber: $memberNumber, brandCode: $brandCode) { id subject name } }"): typeof import('./graphql.ts').FindCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FindSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code } } }"): typeof import('./graphql.ts').FindSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FindThrough($id: ID!) { order(id: $id) { customer { name subject } } }"): typeof import('./graphql.ts').FindThroughDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LedgerAdjust($input: LedgerAdjustInput!) {\n    ledgerAdjust(input: $input) { entry { id account reason change { points money { amount currency } } balanceAfter { points money { amount } } orderId note } userErrors { code path message } } }"): typeof import('./graphql.ts').LedgerAdjustDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerStatement($customerId: ID, $account: LedgerAccount, $currency: CurrencyCode, $first: Int, $after: String) {\n    ledgerStatement(customerId: $customerId, account: $account, currency: $currency, first: $first, after: $after) {\n      balance { points money { amount currency } } pageInfo { hasNextPage endCursor } edges { cursor node { id change { points money { amount } } balanceAfter { points money { amount } } note } } } }"): typeof import('./graphql.ts').LedgerStatementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerMe { me { pointsBalance pointsReserved pointsEarned pointsSpent walletBalance { amount currency } yen: walletBalance(currency: \"JPY\") { amount } walletBalances { amount currency } } }"): typeof import('./graphql.ts').LedgerMeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LedgerThroughOrder($id: ID!) { order(id: $id) { customer { pointsBalance walletBalance { amount } walletBalances { amount } } } }"): typeof import('./graphql.ts').LedgerThroughOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MemberSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds dryRun userErrors { code path message } } }"): typeof import('./graphql.ts').MemberSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TierSave($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { tier {\n    code name isDefault discountPercent birthdayDiscountPercent canRedeemPoints minimumPoints maximumPointsPercent pointsPerUnit earnPercent currencies { currency pointsPerUnit birthdayMaximum { amount } } } userErrors { code path } } }"): typeof import('./graphql.ts').TierSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TierList { customerTiers { code isDefault discountPercent } }"): typeof import('./graphql.ts').TierListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TierProfiles($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code path message } } }"): typeof import('./graphql.ts').TierProfilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TierMe { me { name phone email country givenName familyName memberNumber brandCode cardType tier { code } personal { gender birthday { month day year } married timeZone } } }"): typeof import('./graphql.ts').TierMeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TierThroughOrder($id: ID!) { order(id: $id) { customer { memberNumber personal { married } } } }"): typeof import('./graphql.ts').TierThroughOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TierPoints($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').TierPointsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentsStore { myStores { id } }"): typeof import('./graphql.ts').DocumentsStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentsCustomer { me { id } }"): typeof import('./graphql.ts').DocumentsCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DocumentsOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }"): typeof import('./graphql.ts').DocumentsOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DocumentsSale($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }"): typeof import('./graphql.ts').DocumentsSaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DocumentsDone($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }"): typeof import('./graphql.ts').DocumentsDoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DocumentsAddress { myAddresses { id } }"): typeof import('./graphql.ts').DocumentsAddressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FreightProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').FreightProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FreightSave($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code name currency unit deliveryTypes origin { country province city }\n    rules { regions served firstUnits firstFee { amount } additionalUnits additionalFee { amount } freeFromAmount { amount } freeFromPieces } } userErrors { code path } } }"): typeof import('./graphql.ts').FreightSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FreightAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { template { code } userErrors { code path message } } }"): typeof import('./graphql.ts').FreightAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FreightQuoted($input: FreightQuoteInput!) { freightQuote(input: $input) { destination { country province city } deliverable total { amount currency } unavailableSkus\n    charges { templateCode name seqs fee { amount } fullFee { amount } free missingAmount { amount } missingPieces deliverable reason } } }"): typeof import('./graphql.ts').FreightQuotedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FreightAssigned($code: String!) { sku(code: $code) { product { freightTemplates { code } } } }"): typeof import('./graphql.ts').FreightAssignedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FreightList($first: Int, $after: String) { freightTemplates(first: $first, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }"): typeof import('./graphql.ts').FreightListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CountFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { message } } }"): typeof import('./graphql.ts').CountFromCartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CountCost($first: Int!) { myCarts(first: $first) { edges { node { quote { total { amount } } } } } }"): typeof import('./graphql.ts').CountCostDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CountChange($input: CartChangeLineInput!) { cartChangeLine(input: $input) { cart { lines { seq } } } }"): typeof import('./graphql.ts').CountChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyBoard($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { id kind } } }\n    storeOrderCounts(storeId: $storeId) { total payPending closed totalAmount { amount currency } }\n  }"): typeof import('./graphql.ts').CompanyBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WalkList($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').WalkListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchStore($storeId: ID!, $filter: OrderFilter, $sort: OrderSort! = CREATED) { storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { number } } } }"): typeof import('./graphql.ts').SearchStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchOwn($filter: OrderFilter) { myOrders(filter: $filter) { totalCount edges { node { number } } } }"): typeof import('./graphql.ts').SearchOwnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchAll($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { number } } } }"): typeof import('./graphql.ts').SearchAllDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FeedAccessAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').FeedAccessAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FeedAccessReject($input: OrderRejectInput!) { orderReject(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').FeedAccessRejectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FeedAccessAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').FeedAccessAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FeedAccessRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').FeedAccessRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FeedAccessCursor { feedCursor }"): typeof import('./graphql.ts').FeedAccessCursorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FollowList($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { id } } } }"): typeof import('./graphql.ts').FollowListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FollowCursor { feedCursor }"): typeof import('./graphql.ts').FollowCursorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReconnectCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').ReconnectCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReconnectComplete($input: OrderStepInput!) { orderComplete(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').ReconnectCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation SeveralServersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').SeveralServersRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CouponsMine($usable: Boolean!, $first: Int!, $after: String) { myCoupons(usable: $usable, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code state source usedAt usedByOrderId expiresAt definition { code name effect { percent } } } } } }"): typeof import('./graphql.ts').CouponsMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CouponsIssue($input: CouponIssueInput!) { couponIssue(input: $input) { couponIds userErrors { code path } } }"): typeof import('./graphql.ts').CouponsIssueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CouponsDisable($input: CouponDisableInput!) { couponDisable(input: $input) { definition { version disabledAt } userErrors { code path } } }"): typeof import('./graphql.ts').CouponsDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CouponsNode($id: ID!) { node(id: $id) { kind: __typename id } }"): typeof import('./graphql.ts').CouponsNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CouponsDefinitions { couponDefinitions(first: 2) { pageInfo { hasNextPage } edges { node { code } } } }"): typeof import('./graphql.ts').CouponsDefinitionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LiveDisable($input: OfferDisableInput!) { offerDisable(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').LiveDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LiveRehearse($input: OfferSaveInput!) { offerSave(input: $input) { offer { code } userErrors { code } } }"): typeof import('./graphql.ts').LiveRehearseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OffersDisable($input: OfferDisableInput!) { offerDisable(input: $input) { offer { code version disabledAt } userErrors { code path } } }"): typeof import('./graphql.ts').OffersDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OffersOne($id: ID, $code: String) { offer(id: $id, code: $code) { code } }"): typeof import('./graphql.ts').OffersOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OffersList($first: Int!, $after: String, $storeId: ID, $inForce: Boolean) { offers(first: $first, after: $after, storeId: $storeId, inForce: $inForce) { pageInfo { hasNextPage endCursor } edges { node { code } } } }"): typeof import('./graphql.ts').OffersListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OffersNode($id: ID!) { node(id: $id) { id ... on Offer { code } } }"): typeof import('./graphql.ts').OffersNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SkuOffersProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message path } } }"): typeof import('./graphql.ts').SkuOffersProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SkuOffers($code: String!, $storeId: ID, $currency: CurrencyCode) { sku(code: $code) { offers(storeId: $storeId, currency: $currency) { offer { code stores { id } } salePrice { amount currency } } } }"): typeof import('./graphql.ts').SkuOffersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SkuOffersPage($first: Int!, $storeId: ID) { products(first: $first) { edges { node { skus { offers(storeId: $storeId) { offer { name stores { code } } salePrice { amount } } } } } } }"): typeof import('./graphql.ts').SkuOffersPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelOrder($input: OrderCancelInput!) {\n    orderCancel(input: $input) { order { status version payment refundedTotal { amount } } userErrors { __typename code path } }\n  }"): typeof import('./graphql.ts').CancelOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelPayCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { order { status payment version } userErrors { code path } } }"): typeof import('./graphql.ts').CancelPayCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CancelAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }"): typeof import('./graphql.ts').CancelAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CancelFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment paidTotal { amount } refundedTotal { amount } canceledAt version\n      payments { state refunded { amount } } refunds { state reason amount { amount } settledAt }\n      history { type fromStatus toStatus actorRole actorName comment at }\n    }\n  }"): typeof import('./graphql.ts').CancelFactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChosenMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').ChosenMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChosenQuote($input: QuoteInput!) { quote(input: $input) { total { amount } coupon { code applies reason } coupons { code } } }"): typeof import('./graphql.ts').ChosenQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CopiesKept($id: ID!) { order(id: $id) {\n  buyer { name phone memberNumber brandCode cardType } customerTerms { pointsPerUnit }\n  coupon { code name effect { kind percent } minimumPieces minimumAmount { amount } maximumDiscount { amount } endsAt } } }"): typeof import('./graphql.ts').CopiesKeptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CopiesSales { me { salesTotals { amount currency } } }"): typeof import('./graphql.ts').CopiesSalesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountStore($storeId: ID!) {\n    storeOrderCounts(storeId: $storeId) {\n      total totalAmount { amount currency } handlePending pickPending deliverPending delivering closed canceled byStatus { status count }\n      payPending shipPending receiptPending reviewPending refunded afterSalesPending onHold reminded\n    }\n  }"): typeof import('./graphql.ts').CountStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountOwn { myOrderCounts { total payPending shipPending receiptPending reviewPending closed onHold recycled byStatus { status count } } }"): typeof import('./graphql.ts').CountOwnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountAll { orderCounts { total totalAmounts { amount currency } payPending handlePending deliverPending unassigned assignPending recycled onHold byStatus { status count } } }"): typeof import('./graphql.ts').CountAllDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountCustomer($customerId: ID!) { customerOrderCounts(customerId: $customerId) { total payPending recycled } }"): typeof import('./graphql.ts').CountCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CouponPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status total { amount } saleTotal { amount } discountTotal { amount } coupon { code name description distribution startsAt endsAt couponId definitionId discount { amount } } cartOffers { code name description } catalogOffers { code }\n        items { saleTotal { amount } steps { kind code amount { amount } after { amount } } } }\n      userErrors { code path message }\n    }\n  }"): typeof import('./graphql.ts').CouponPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CouponTold($id: ID!) { order(id: $id) { cartOffers { code name description } items { productId cartOffers { description } } } }"): typeof import('./graphql.ts').CouponToldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CouponCart($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } coupon { code } } userErrors { message } } }"): typeof import('./graphql.ts').CouponCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListStore($storeId: ID!, $filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    storeOrders(storeId: $storeId, filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').ListStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListOwn($filter: OrderFilter, $first: Int, $after: String) {\n    myOrders(filter: $filter, first: $first, after: $after) { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } }\n  }"): typeof import('./graphql.ts').ListOwnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListAll($filter: OrderFilter, $first: Int) { orders(filter: $filter, first: $first) { totalCount edges { node { number } } } }"): typeof import('./graphql.ts').ListAllDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ListCreated($id: ID!) { order(id: $id) { number createdAt } }"): typeof import('./graphql.ts').ListCreatedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PointsPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order { id status fulfilment saleTotal { amount } pointsUsed pointsTotal { amount } pointsToEarn pointsRedemption total { amount } amountDue { amount } version\n        items { seq saleTotal { amount } pointsUsed pointsShare { amount } } history { type } customerTerms { tierCode pointsBalance pointsUsable discountPercent } }\n      userErrors { code path message }\n    }\n  }"): typeof import('./graphql.ts').PointsPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PointsStatus($id: ID!) { order(id: $id) { status } }"): typeof import('./graphql.ts').PointsStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PointsTill($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id pointsToEarn } userErrors { message } } }"): typeof import('./graphql.ts').PointsTillDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PointsAgain($id: ID!) { order(id: $id) { total { amount } customerTerms { discountPercent } items { steps { kind name amount { amount } after { amount } } } } }"): typeof import('./graphql.ts').PointsAgainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SizedOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { total { amount } pieces pointsToEarn items { quantity } } userErrors { code path } } }"): typeof import('./graphql.ts').SizedOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SizedQuote($input: QuoteInput!) { quote(input: $input) { total { amount } freightTotal { amount } pieces pointsToEarn lines { quantity parts { quantity } } } }"): typeof import('./graphql.ts').SizedQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SizedFreight($input: FreightQuoteInput!) { freightQuote(input: $input) { total { amount } } }"): typeof import('./graphql.ts').SizedFreightDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SizedProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SizedProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SizedTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SizedTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SizedAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SizedAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WayFacts($id: ID!) {\n    order(id: $id) {\n      status fulfilment payment version clerkName store { id } shipment { courierCompany courierCode waybillNumber }\n      paidAt confirmedAt deliveryStartedAt deliveredAt finishedAt canceledAt updatedAt createdAt payDeadline\n      history { type fromStatus toStatus version actorRole actorName comment at }\n    }\n  }"): typeof import('./graphql.ts').WayFactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WayAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { order { version store { id } } userErrors { code path } } }"): typeof import('./graphql.ts').WayAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WayCash($id: ID!) { order(id: $id) { payments { tender state amount { amount } tendered { amount } change { amount } } } }"): typeof import('./graphql.ts').WayCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WalletPay($input: OrderPayWithWalletInput!) {\n    orderPayWithWallet(input: $input) {\n      order { id status payment version paidTotal { amount } amountDue { amount } payments { tender state amount { amount } refunded { amount } } refunds { state amount { amount } } history { type actorName } }\n      userErrors { code path message } replayed\n    }\n  }"): typeof import('./graphql.ts').WalletPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FromReprice($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').FromRepriceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FromCart($id: ID!) { cart(id: $id) { state version order { id number } } myCarts { edges { node { id } } } }"): typeof import('./graphql.ts').FromCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FromCount { myOrders { totalCount } }"): typeof import('./graphql.ts').FromCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FromAddress($input: AddressSaveInput!) { addressSave(input: $input) { address { id } userErrors { message } } }"): typeof import('./graphql.ts').FromAddressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FromMine { myOrders { edges { node { id } } } }"): typeof import('./graphql.ts').FromMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceInStore($input: OrderPlaceInStoreInput!) {\n    orderPlaceInStore(input: $input) {\n      order {\n        id number uid kind deliveryType status payment version currency clerkName payDeadline listTotal { amount } discountTotal { amount } total { amount currency }\n        customer { name } store { id } items { seq listPrice { amount } salePrice { amount } discountTotal { amount } priceReason }\n        history { type actorRole actorName comment }\n      }\n      userErrors { __typename code path ... on ProductsUnavailable { skus } }\n    }\n  }"): typeof import('./graphql.ts').PlaceInStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InStoreProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').InStoreProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InStoreMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').InStoreMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InStoreMine { myOrders { edges { node { id } } } }"): typeof import('./graphql.ts').InStoreMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InStoreByUid($uid: String!, $storeId: ID!) { order(uid: $uid, storeId: $storeId) { id } }"): typeof import('./graphql.ts').InStoreByUidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceOrder($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n        listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n        contact { name phone address { city street zip } } remark receivingTime invoice { title }\n        items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n      }\n      userErrors { __typename code message path ... on ProductsUnavailable { skus } }\n      dryRun\n    }\n  }"): typeof import('./graphql.ts').PlaceOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlacedOrder($id: ID, $number: String, $uid: String) {\n    order(id: $id, number: $number, uid: $uid) {\n      id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline\n      listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }\n      contact { name phone address { city street zip } } remark receivingTime invoice { title }\n      items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }\n    }\n  }"): typeof import('./graphql.ts').PlacedOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').PlaceProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceStoreUpdate($input: StoreUpdateInput!) { storeUpdate(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').PlaceStoreUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ShareOrder($input: OrderStepInput!) { orderShare(input: $input) { code order { id status } userErrors { __typename code path } } }"): typeof import('./graphql.ts').ShareOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ShareMine { myCoupons { edges { node { source definition { code } } } } }"): typeof import('./graphql.ts').ShareMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SoldProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').SoldProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SoldPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { code path } } }"): typeof import('./graphql.ts').SoldPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SoldCopy($id: ID!) { order(id: $id) {\n  receiptNumber salespersonId salespersonName clerkName device\n  items { skuCode parentSeq options { name value } attributes { name value } brandCode volumeMillilitres shelfLocation unitCost { amount } offerChoice offerCode } } }"): typeof import('./graphql.ts').SoldCopyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyOfLateOrder($id: ID!) {\n    order(id: $id) { status payment paidTotal { amount } refundedTotal { amount } payments { state } refunds { state amount { amount } } }\n  }"): typeof import('./graphql.ts').MoneyOfLateOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RehearsePayment($id: ID!) {\n        orderStartPayment(input: { orderId: $id, tender: SANDBOX, dryRun: true }) { payment { state } order { payments { state amount { amount } } history { type } } }\n      }"): typeof import('./graphql.ts').RehearsePaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query MoneyOfOrder($id: ID!) { order(id: $id) { payment paidTotal { amount } refundedTotal { amount } payments { number state } } }"): typeof import('./graphql.ts').MoneyOfOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CashForCallback($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').CashForCallbackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReplayCommandOrders { orders(first: 100) { totalCount edges { node { status store { code } } } } }"): typeof import('./graphql.ts').ReplayCommandOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReturnsTestStores { stores(first: 100) { edges { node { id code } } } }"): typeof import('./graphql.ts').ReturnsTestStoresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReturnsTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { uid status history { type } } } } }"): typeof import('./graphql.ts').ReturnsTestOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReplayTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { totalCount edges { node { uid status total { amount } history { type } } } } }"): typeof import('./graphql.ts').ReplayTestOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReplayTestStores { stores(first: 100) { edges { node { id code } } } }"): typeof import('./graphql.ts').ReplayTestStoresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayTestPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { message } } }"): typeof import('./graphql.ts').ReplayTestPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReplayTestPay($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }"): typeof import('./graphql.ts').ReplayTestPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query ReplayTestOrder($uid: String, $storeId: ID) { order(uid: $uid, storeId: $storeId) {\n        kind remark customer { name country } items { seq skuCode name quantity listPrice { amount } salePrice { amount } priceReason } } }"): typeof import('./graphql.ts').ReplayTestOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReplayTestStore { storeCreate(input: { code: \"YUAN\", name: \"Yuan\", currency: \"CNY\" }) { store { id } } }"): typeof import('./graphql.ts').ReplayTestStoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MembersList($id: ID!) { store(id: $id) { members { staffId name role maySetPrice } } }"): typeof import('./graphql.ts').MembersListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MembersSave($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code path } } }"): typeof import('./graphql.ts').MembersSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MembersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code path } } }"): typeof import('./graphql.ts').MembersRemoveDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
