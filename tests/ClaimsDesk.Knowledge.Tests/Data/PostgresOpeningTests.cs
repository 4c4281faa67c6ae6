using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimsDesk.Knowledge.Tests.Data;

public sealed class PostgresOpeningTests : IAsyncLifetime
{
    private string _address = null!;

    public async Task InitializeAsync() => _address = await PostgresCluster.NewDatabaseAsync();

    public Task DisposeAsync() => PostgresCluster.DropAsync(_address);

    [Fact]
    public async Task Three_that_open_a_new_database_at_once_all_get_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => OpenAsync(_address))));

        using var knowledge = KnowledgeBase.At(_address);
        await using var db = knowledge.CreateDbContext();
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        db.Database.HasPendingModelChanges().Should().BeFalse("each change of the model comes with a migration for each database");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await OpenAsync(_address);
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0')");
        (await FailAsync(_address)).Should().Contain("was last used by a newer ClaimsDesk").And.Contain("29990101000000_FromTheFuture");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_with_the_cure() =>
        (await FailAsync(With(_address, c => c.Database = "nowhere"))).Should().StartWith("The database nowhere on ").And.Contain("does not exist. Make it first: CREATE DATABASE");

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_the_cure() =>
        (await FailAsync("Host=127.0.0.1;Port=1;Database=claimsdesk")).Should().StartWith("The database claimsdesk on 127.0.0.1:1 can't be reached (").And.Contain("Start the server");

    [Fact]
    public async Task A_user_who_may_only_read_is_told_so()
    {
        await ExecuteAsync("DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
        await ExecuteAsync("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        (await FailAsync(With(_address, c => c.Username = "reader"))).Should().Contain("may not do this (");
    }

    [Theory]
    [InlineData("Host=;Database=x", "names no host")]
    [InlineData("Host=x", "names no database")]
    [InlineData("Host=x;Databse=y", "databse")]
    [InlineData("postgresql://u:secret@/x", "(")]
    public void A_connection_string_that_cannot_be_read_is_explained_without_its_password(string address, string part) =>
        FluentActions.Invoking(() => KnowledgeBase.At(address)).Should().Throw<KnowledgeBaseUnusableException>()
            .Which.Message.Should().StartWith("The connection string of the database can't be read").And.Contain(part).And.NotContain("secret");

    [Theory]
    [InlineData("postgresql://ann:p%40ss@db.example:5433/news?sslmode=require", "the database news on db.example:5433")]
    [InlineData("postgres://localhost/news", "the database news on localhost:5432")]
    [InlineData("Server=db;Database=news;Port=6000", "the database news on db:6000")]
    public void Both_forms_of_a_connection_string_are_understood(string address, string name)
    {
        using var knowledge = KnowledgeBase.At(address);
        knowledge.Name.Should().Be(name);
    }

    [Fact]
    public async Task Of_two_processes_one_writes_at_a_time()
    {
        await OpenAsync(_address);
        using var first = KnowledgeBase.At(_address);
        using var second = KnowledgeBase.At(_address);
        using var one = new WriteGate(first);
        using var other = new WriteGate(second);
        var write = await one.EnterAsync();
        var waiting = other.EnterAsync();
        await Task.Delay(300);
        waiting.IsCompleted.Should().BeFalse();
        await write.DisposeAsync();
        await using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_connection_that_the_server_cut_is_a_sentence_once_and_then_works_again()
    {
        await OpenAsync(_address);
        using var knowledge = KnowledgeBase.At(_address);
        await using (var db = knowledge.CreateDbContext()) (await db.Claims.CountAsync()).Should().Be(0);
        await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await using (var db = knowledge.CreateDbContext())
        {
            try
            {
                await db.Claims.CountAsync();
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
            {
                db.TroubleOf(e).Should().NotBeNull();
            }
        }
        await using (var db = knowledge.CreateDbContext()) (await db.Claims.CountAsync()).Should().Be(0);
    }

    private static async Task OpenAsync(string address)
    {
        using var knowledge = KnowledgeBase.At(address);
        await knowledge.OpenAsync();
    }

    private static async Task<string> FailAsync(string address) =>
        (await FluentActions.Awaiting(() => OpenAsync(address)).Should().ThrowAsync<KnowledgeBaseUnusableException>()).Which.Message;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(With(_address, c => c.Pooling = false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string With(string address, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(address);
        change(builder);
        return builder.ConnectionString;
    }
}
