namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The keys that ask where a claim stands: its outlet, its article, the import that brought it.</summary>
internal static class ArticleKeys
{
    public static readonly FilterKey<Pick> Outlets = KeyOf.Record("outlet", f => f.Outlets, (f, v) => f with { Outlets = v }, "carried by",
        (pick, names) => names.Source(pick), (pick, scope) =>
        {
            if (pick.IsNone) return claim => claim.OutletId == null;
            var sources = TellerKeys.SourceIds(pick, scope.Db);
            return claim => claim.OutletId != null && sources.Contains(claim.OutletId.Value);
        }, none: "an outlet not known");

    public static readonly FilterKey<int> Articles = KeyOf.Number("article", f => f.Articles, (f, v) => f with { Articles = v }, "in",
        (id, names) => names.Article(id), (id, _) => claim => claim.ArticleId == id);

    public static readonly FilterKey<int> Batches = KeyOf.Number("batch", f => f.Batches, (f, v) => f with { Batches = v }, "brought by",
        (id, names) => names.Batch(id), (id, scope) =>
        {
            var articles = scope.Db.Articles.Where(a => a.SourceFile.BatchId == id).Select(a => a.Id);
            return claim => articles.Contains(claim.ArticleId);
        });
}
