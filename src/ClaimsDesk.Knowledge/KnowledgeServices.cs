using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Claims.Views;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Formats;
using ClaimsDesk.Knowledge.Import.Formats.Tables;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimsDesk.Knowledge;

/// <summary>Registers the knowledge base.</summary>
public static class KnowledgeServices
{
    /// <summary>
    /// Adds the knowledge base at <paramref name="database"/> (<see cref="KnowledgeBase.At"/>). Call <see cref="KnowledgeBase.OpenAsync"/>
    /// before anything uses it. A scoped <see cref="ClaimsDeskDb"/> is there for ASP.NET Core Identity; everything else takes the factory.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, string database)
    {
        services.AddSingleton(_ => KnowledgeBase.At(database));
        services.AddSingleton<IDbContextFactory<ClaimsDeskDb>>(provider => provider.GetRequiredService<KnowledgeBase>());
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContext());
        services.AddSingleton<WriteGate>();
        services.AddSingleton<PeopleRegister>();
        services.AddSingleton<SharedSecrets>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ExportLog>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ClaimMemory>();
        services.AddSingleton<ClaimSearch>();
        services.AddSingleton<OpenClaim>();
        services.AddSingleton<ClaimRecords>();
        services.AddSingleton<ArticleList>();
        services.AddSingleton<OpenArticle>();
        services.AddSingleton<ArticleEdits>();
        services.AddSingleton<SourceList>();
        services.AddSingleton<OpenSource>();
        services.AddSingleton<ActorList>();
        services.AddSingleton<OpenActor>();
        services.AddSingleton<SourceReliability>();
        services.AddSingleton<ClaimGrading>();
        services.AddSingleton<BulkGrading>();
        services.AddSingleton<GradingUndo>();
        services.AddSingleton<SavedViews>();
        // Loaded with the first text and not with the import: it takes a second, and a start with nothing to import needs none.
        services.TryAddSingleton(_ => Extractor.Load());
        services.TryAddSingleton<Extract>(provider => (text, context) => provider.GetRequiredService<Extractor>().Extract(text, context));
        services.AddSingleton(ReadingLimits.Default);
        services.AddSingleton<ColumnMappings>();
        services.AddSingleton<FindMapping>(provider => provider.GetRequiredService<ColumnMappings>().Find);
        services.AddSingleton<FormatReader>();
        services.AddSingleton<BatchIntake>();
        services.AddSingleton<BatchLeases>();
        services.AddSingleton<BatchControl>();
        services.AddSingleton<BatchUndo>();
        services.AddSingleton<ArticleComparison>();
        services.AddSingleton<Rereading>();
        services.AddSingleton<Proposals>();
        services.AddSingleton<TextImport>();
        services.AddSingleton<BatchWorker>();
        services.AddSingleton<ImportHistory>();
        return services;
    }
}
