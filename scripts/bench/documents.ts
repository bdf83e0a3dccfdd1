/** A clerk's board on the iPad: what a card of it shows. */
export const pageDocument = `query BenchBoard($storeId: ID!) {
  storeOrders(storeId: $storeId, first: 20) {
    edges { cursor node {
      id number kind deliveryType origin status payment version pieces description remark createdAt paidAt payDeadline
      listTotal { amount currency } discountTotal { amount currency } total { amount currency } paidTotal { amount currency }
      store { id code name }
      contact { name phone address { city street zip } }
      items { seq skuCode name specification quantity salePrice { amount currency } saleTotal { amount currency } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One order as its own screen shows it. */
export const orderDocument = `query BenchOrder($id: ID!) {
  order(id: $id) {
    id number status version createdAt paidAt pieces description
    total { amount currency } paidTotal { amount currency }
    store { id code name }
    items { seq skuCode name specification quantity listPrice { amount currency } salePrice { amount currency } saleTotal { amount currency } }
  }
}`;

export const placeDocument = `mutation BenchPlace($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) { order { id number status version total { amount currency } } replayed userErrors { code message } }
}`;

export const acceptDocument = `mutation BenchAccept($input: OrderStepInput!) {
  orderAccept(input: $input) { order { id status version clerkName } replayed userErrors { code message } }
}`;

export const feedDocument = `subscription BenchFeed($storeId: ID!) {
  storeFeed(storeId: $storeId) {
    cursor resync orderId
    event { type version at toStatus }
    order { id number status version pieces total { amount currency } }
  }
}`;
